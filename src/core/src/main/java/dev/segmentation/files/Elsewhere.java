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
final class Elsewhere {
    static final String FOLDER = ".elsewhere";
    private static final String TEXT = ".target";
    private static final String FORMER = ".former";
    private static final String ABSENT = ".absent";

    private final Path here;
    private final Path target;
    private final Map<String, String> former;
    private final Map<String, String> own;
    private final FileSteps steps;

    private Elsewhere(Path here, Path target, Map<String, String> former, Map<String, String> own, FileSteps steps) {
        this.here = here;
        this.target = target;
        this.former = former;
        this.own = own;
        this.steps = steps;
    }

    static Elsewhere begin(Path staging, Path target, FileSteps steps) throws IOException {
        Path here = staging.resolve(FOLDER);
        Files.createDirectories(here);
        return new Elsewhere(here, target.toRealPath(), new LinkedHashMap<>(), new LinkedHashMap<>(), steps);
    }

    /** The one that lies in this folder, {@code null} if none does. */
    static Elsewhere in(Path folder, FileSteps steps) throws IOException {
        Path here = folder.resolve(FOLDER);
        Path text = here.resolve(TEXT);
        if (!Files.exists(text)) {
            return null;
        }
        List<String> lines = Files.readAllLines(text);
        Elsewhere there = new Elsewhere(
                here, Path.of(unescaped(lines.get(0))), new LinkedHashMap<>(), new LinkedHashMap<>(), steps);
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
        for (Map.Entry<String, String> file : former.entrySet()) {
            Path place = target.resolve(file.getKey());
            if (!Files.isDirectory(place) && !Fingerprint.of(place).equals(file.getValue())) {
                throw new OutputException(
                        place + " was changed while the run was going on. Nothing was written. Run again.");
            }
            own.put(file.getKey(), Fingerprint.of(here.resolve(file.getKey())));
        }
        List<String> lines = new ArrayList<>(List.of(escaped(target.toString())));
        former.forEach((name, print) -> lines.add(print + " " + own.get(name) + " " + name));
        Path text = Files.write(here.resolve(TEXT), lines);
        steps.force(text);
        steps.force(here);
    }

    /** Looks whether each file may take its place. */
    void checkPlaces() throws IOException {
        for (String name : former.keySet()) {
            HeldException.check(target.resolve(name));
        }
    }

    void moveIn() throws IOException {
        steps.makeFolder(here.resolve(FORMER));
        steps.makeFolder(here.resolve(ABSENT));
        for (String name : former.keySet()) {
            Path place = target.resolve(name);
            if (Files.exists(place)) {
                steps.keep(place, here.resolve(FORMER).resolve(name));
            } else {
                steps.create(here.resolve(ABSENT).resolve(name));
            }
            try {
                steps.replace(here.resolve(name), place);
            } catch (IOException e) {
                throw HeldException.inUse(place, e);
            }
        }
        steps.force(target);
    }

    /** Completes a move that was cut off. */
    void complete() throws IOException {
        for (String name : former.keySet()) {
            Path staged = here.resolve(name);
            if (Files.exists(staged) && Fingerprint.of(target.resolve(name)).equals(former.get(name))) {
                steps.replace(staged, target.resolve(name));
            }
            steps.delete(target.resolve("." + name + ".new"));
        }
        steps.force(target);
    }

    /** Takes back what was moved in. */
    void putBack() throws IOException {
        for (String name : former.keySet()) {
            Path place = target.resolve(name);
            boolean ours = Fingerprint.of(place).equals(own.get(name));
            Path kept = here.resolve(FORMER).resolve(name);
            if (ours && Files.exists(kept)) {
                steps.replace(kept, place);
            } else if (ours && Files.exists(here.resolve(ABSENT).resolve(name))) {
                steps.delete(place);
            }
            steps.delete(target.resolve("." + name + ".new"));
        }
        steps.force(target);
    }

    /** A folder's name may hold a line break. */
    private static String escaped(String path) {
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    private static String unescaped(String line) {
        return line.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
}
