package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which a run is kept for later. It lies in {@code .archive} of the staging folder and appears as
 * {@code runs/NAME} by one rename, after the files of the set are in place. Where these cannot be committed, it takes
 * in all of them and appears as {@code runs/NAME-unplaced}, so that the work of the run is not lost.
 */
final class Archive {
    private static final String FOLDER = ".archive";
    private static final String PART = ".part";

    private final Path here;
    private final FileSteps steps;

    private Archive(Path here, FileSteps steps) {
        this.here = here;
        this.steps = steps;
    }

    static Archive begin(Path staging, String name, FileSteps steps) throws IOException {
        return new Archive(Files.createDirectories(staging.resolve(FOLDER).resolve(name)), steps);
    }

    static Archive in(Path set, FileSteps steps) throws IOException {
        Path all = set.resolve(FOLDER);
        if (!Files.isDirectory(all)) {
            return null;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (Path entry : entries) {
                return new Archive(entry, steps);
            }
        }
        return null;
    }

    Path file(String name) {
        return here.resolve(name);
    }

    Path folder() {
        return here;
    }

    /** Makes it appear in that output folder; an empty one is not wanted. */
    void place(Path output) throws IOException {
        if (!FileSteps.list(here).isEmpty()) {
            appear(output, "");
        }
    }

    private Path appear(Path output, String suffix) throws IOException {
        Path runs = output.resolve(StagedFiles.RUNS);
        steps.makeFolder(runs);
        Path place = runs.resolve(here.getFileName() + suffix);
        steps.rename(here, place);
        steps.force(runs);
        return place;
    }

    /** Keeps a new file that is about to make way for the former one. */
    void rescue(Path placed) throws IOException {
        Path kept = file(placed.getFileName().toString());
        if (!Files.exists(kept)) {
            Path part = file(PART);
            steps.delete(part);
            steps.keep(placed, part);
            steps.rename(part, kept);
        }
    }

    void take(Path file) throws IOException {
        steps.rename(file, file(file.getFileName().toString()));
    }

    /**
     * Takes in all files of the set that were not committed and appears beside the other runs, or else somewhere in
     * the folder for temporary files.
     *
     * @return where the whole new set lies; nothing where no disk has room for it, for the next run must not wait for that
     */
    Optional<Path> keep(Path set, Path output) {
        try {
            for (Path file : FileSteps.list(set)) {
                take(file);
            }
            steps.delete(file(PART));
            return Optional.of(appear(output, StagedFiles.UNPLACED));
        } catch (IOException e) {
            return copy(set);
        }
    }

    /** A copy in the folder for temporary files, where nothing in the output folder can be moved. */
    Optional<Path> copy(Path set) {
        try {
            Path temp = Files.createTempDirectory("segmenter-" + here.getFileName() + "-");
            for (Path folder : new Path[] {here, set}) {
                for (Path file : FileSteps.list(folder)) {
                    if (!file.endsWith(PART)) {
                        steps.copy(file, temp.resolve(file.getFileName()));
                    }
                }
            }
            return Optional.of(temp);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
