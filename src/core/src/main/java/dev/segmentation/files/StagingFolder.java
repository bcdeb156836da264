package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a set that belong into another folder. They lie in {@code .elsewhere} of the staging folder, beside a
 * small text that names their folder and, for each file, the {@link Fingerprint} of the one it replaces and its own.
 * Others may use that folder too: a file that is neither is somebody else's later work and is left alone.
 */
final class StagingFolder {
    static final String FOLDER = ".elsewhere";
    private static final String TEXT = ".target";

    private final Path here;
    private final Path target;
    private final Map<String, String> former = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private final FileSteps steps;

    private StagingFolder(Path here, Path target, FileSteps steps) {
        this.here = here;
        this.target = target;
        this.steps = steps;
    }

    static StagingFolder begin(Path staging, Path target, FileSteps steps) throws IOException {
        return new StagingFolder(Files.createDirectories(staging.resolve(FOLDER)), target.toRealPath(), steps);
    }

    /** The one that lies in this folder, {@code null} if none does. */
    static StagingFolder in(Path folder, FileSteps steps) throws IOException {
        Path here = folder.resolve(FOLDER);
        Path text = here.resolve(TEXT);
        if (!Files.exists(text)) {
            return null;
        }
        List<String> lines = Files.readAllLines(text);
        // the name of a folder may hold a line break
        String path = lines.get(0).replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        StagingFolder there = new StagingFolder(here, Path.of(path), steps);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(" ", 3);
            there.former.put(cells[2], cells[0]);
            there.own.put(cells[2], cells[1]);
        }
        return there;
    }

    Path target() {
        return target;
    }

    Path file(String name, String replaces) {
        former.put(name, replaces);
        return here.resolve(name);
    }

    /** Refuses a set that is out of date, then writes the text; nothing may change in the staging folder after that. */
    void seal() throws IOException {
        String path = target.toString().replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
        List<String> lines = new ArrayList<>(List.of(path));
        for (Map.Entry<String, String> file : former.entrySet()) {
            Path place = target.resolve(file.getKey());
            if (!Files.isDirectory(place) && !Fingerprint.of(place).equals(file.getValue())) {
                throw new OutputException(
                        place + " was changed while the run was going on. Nothing was written. Run again.");
            }
            lines.add(file.getValue() + " " + Fingerprint.of(here.resolve(file.getKey())) + " " + file.getKey());
        }
        Path text = Files.write(here.resolve(TEXT), lines);
        steps.force(text);
        steps.force(here);
    }

    void checkPlaces() throws IOException {
        for (String name : former.keySet()) {
            HeldException.check(target.resolve(name));
        }
    }

    void moveIn() throws IOException {
        steps.keepFormers(here);
        for (String name : former.keySet()) {
            Path place = target.resolve(name);
            steps.keepFormer(here, place);
            try {
                steps.replace(here.resolve(name), place);
            } catch (IOException e) {
                throw HeldException.inUse(place, e);
            }
        }
        steps.force(target);
    }

    void complete() throws IOException {
        for (String name : former.keySet()) {
            Path staged = here.resolve(name);
            if (Files.exists(staged) && Fingerprint.of(target.resolve(name)).equals(former.get(name))) {
                steps.replace(staged, target.resolve(name));
            }
            steps.delete(FileSteps.beside(target.resolve(name)));
        }
        steps.force(target);
    }

    void putBack() throws IOException {
        for (String name : former.keySet()) {
            Path place = target.resolve(name);
            boolean ours = Fingerprint.of(place).equals(own.get(name));
            Path kept = FileSteps.former(here).resolve(name);
            if (ours && Files.exists(kept)) {
                steps.replace(kept, place);
            } else if (ours && Files.exists(FileSteps.absent(here).resolve(name))) {
                steps.delete(place);
            }
            steps.delete(FileSteps.beside(place));
        }
        steps.force(target);
    }
}
