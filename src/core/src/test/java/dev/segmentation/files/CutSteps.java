package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Dies before a given step as a killed process does: nothing is cleaned up, and a copy may be half done. */
public final class CutSteps extends FileSteps {
    /** All steps are done. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final int last;
    private final Path otherDisk;
    private final String unmovable;
    private int done;

    /** Thrown in place of a kill; nobody catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Steps that end early.
     *
     * @param last how many steps are done before the end
     * @param otherDisk a folder to which nothing can be renamed or linked from elsewhere, {@code null} for none
     * @param unmovable name of a file that cannot be put in place, {@code null} for none
     */
    public CutSteps(int last, Path otherDisk, String unmovable) {
        this.last = last;
        this.otherDisk = otherDisk;
        this.unmovable = unmovable;
    }

    private void step() {
        if (done++ == last) {
            throw new Killed();
        }
    }

    private boolean apart(Path a, Path b) {
        return otherDisk != null && a.startsWith(otherDisk) != b.startsWith(otherDisk);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        if (apart(from, to)) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "another disk");
        }
        if (to.getFileName().toString().equals(unmovable)
                && !to.getParent().toString().contains("/.")) {
            throw new IOException(to + " is open in another program");
        }
        super.rename(from, to);
    }

    @Override
    public void keep(Path file, Path kept) throws IOException {
        if (apart(file, kept)) {
            copy(file, kept);
        } else {
            step();
            super.keep(file, kept);
        }
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        if (done == last) {
            byte[] bytes = Files.readAllBytes(from);
            Files.write(to, Arrays.copyOf(bytes, bytes.length / 2));
        }
        step();
        super.copy(from, to);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (done == last) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        step();
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
