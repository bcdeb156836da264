package dev.segmentation.customer;

/** Told how far work has come. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (name, total) -> new Step() {
        @Override
        public void advance(long done) {}

        @Override
        public void close() {}
    };

    /**
     * Begins a step.
     *
     * @param name what is done, for people
     * @param total units of work, negative if not known
     */
    Step start(String name, long total);

    /** One step; may be advanced by several threads. */
    interface Step extends AutoCloseable {
        /** Reports that many more units done. */
        void advance(long done);

        @Override
        void close();
    }
}
