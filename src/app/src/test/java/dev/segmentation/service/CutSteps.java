package dev.segmentation.service;

import dev.segmentation.files.FileSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Dies before a given step as a killed process does: nothing is cleaned up, and a copy may be half done. */
final class CutSteps extends FileSteps {
    /** All steps are done. */
    static final int NEVER = Integer.MAX_VALUE;

    private final int last;
    private final String unmovable;
    private int done;

    /** Thrown in place of a kill; nobody catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Steps that end early.
     *
     * @param last how many steps are done before the end
     * @param unmovable name of a file that cannot be put in place, blank for none
     */
    CutSteps(int last, String unmovable) {
        this.last = last;
        this.unmovable = unmovable;
    }

    private void step() {
        if (done++ == last) {
            throw new Killed();
        }
    }

    /** Leaves half of the bytes if the end comes now. */
    private void half(Path file, byte[] bytes) throws IOException {
        if (done == last) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        step();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        if (to.getFileName().toString().equals(unmovable)
                && !to.getParent().toString().contains("/.")) {
            throw new IOException(to + " is open in another program");
        }
        super.rename(from, to);
    }

    @Override
    public void keep(Path file, Path kept) throws IOException {
        step();
        super.keep(file, kept);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        half(to, Files.readAllBytes(from));
        super.copy(from, to);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        half(file, bytes);
        super.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        if (done == last) {
            super.append(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        step();
        super.append(file, bytes);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        step();
        super.truncate(file, length);
    }

    @Override
    public void force(Path path) {
        // nobody cuts the power here
    }

    @Override
    public void create(Path file) throws IOException {
        step();
        super.create(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step();
        super.makeFolder(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        super.delete(path);
    }
}
