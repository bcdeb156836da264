package dev.segmentation.dedupe;

import java.util.List;

/** Chooses which pairs of names are worth comparing, so that nobody compares all with all. */
interface Blocker {
    /**
     * Finds candidate pairs.
     *
     * @param nodes all names
     * @return the pairs, each once, smaller index first
     */
    Candidates candidates(List<NameNode> nodes);

    /**
     * Pairs of node indexes.
     *
     * @param pairs each pair as {@code smaller << 32 | larger}, in ascending order
     * @param cappedBlocks how many blocks were too large to be compared in full
     */
    record Candidates(long[] pairs, int cappedBlocks) {}
}
