package dev.segmentation.rules;

import dev.segmentation.csv.FileSteps;
import dev.segmentation.csv.FolderLock;
import dev.segmentation.csv.OutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts new contents of several files of a rules folder in place so that the folder holds all former ones or all new ones,
 * whenever a kill comes. They are written to {@code .publish-new}, which is renamed to {@code .publish}: that is the one atomic
 * moment. Then each goes to its place. Where one cannot, the folder is renamed to {@code .publish-undo} and the former files go
 * back. Whoever reads the rules completes first what was cut off. At the end {@code .published} names the last publication.
 */
public final class RulePlacement {
    static final String STAGING = ".publish-new";
    static final String COMMIT = ".publish";
    static final String UNDO = ".publish-undo";
    static final String LAST = ".published";

    private static final String PLAN = "plan";
    private static final String NEW = ".to";
    private static final String FORMER = ".from";
    private static final String NONE = ".none";
    private static final String GONE = ".gone";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path rules;
    private final FileSteps steps;

    RulePlacement(Path rules, FileSteps steps) {
        this.rules = rules;
        this.steps = steps;
    }

    /** What the holder of the lock of a rules folder does. */
    public interface Work<T> {
        /** Does it. */
        T with(RulePlacement placement) throws IOException;
    }

    /**
     * Does something while nobody else publishes; what was cut off before is completed.
     *
     * @throws OutputException if the folder is in use by another publication, or cannot be written
     */
    public static <T> T locked(Path rules, Work<T> work) {
        return locked(rules, new FileSteps(), work);
    }

    /** As above, by these steps. */
    public static <T> T locked(Path rules, FileSteps steps, Work<T> work) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try (FolderLock lock = FolderLock.take(rules, Instant.now(), PATIENCE)) {
            RulePlacement placement = new RulePlacement(rules, steps);
            placement.recover();
            return work.with(placement);
        } catch (IOException e) {
            throw new OutputException(
                    "The rules cannot be written (" + e
                            + "). No publication is half in place: the next one, or the next"
                            + " reader of the rules, clears up what was begun. Maybe the disk is full.",
                    e);
        }
    }

    /** Completes a publication that was cut off; waits for one that goes on. Costs nothing where there is none. */
    static void settle(Path rules) {
        if (unfinished(rules)) {
            locked(rules, placement -> null);
        }
    }

    /** Tells one publication from the next; a reader who finds another one behind his reading reads again. */
    static String last(Path rules) {
        try {
            Path last = rules.resolve(LAST);
            return unfinished(rules) ? COMMIT : Files.exists(last) ? Files.readString(last) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean unfinished(Path rules) {
        return Files.isDirectory(rules.resolve(COMMIT)) || Files.isDirectory(rules.resolve(UNDO));
    }

    /** The files as they stand. */
    public RuleFileSet files() {
        return RuleFileSet.readAsItStands(rules);
    }

    /** The content of a file that is there. */
    public byte[] content(RuleFile file) throws IOException {
        return Files.readAllBytes(rules.resolve(file.path()));
    }

    /**
     * Puts them in place.
     *
     * @param id of the publication
     * @param contents new contents by path; one without bytes takes the file away
     * @throws OutputException if one cannot be put in place; the former ones are all there then
     */
    public void place(String id, Map<String, byte[]> contents) throws IOException {
        Path staging = rules.resolve(STAGING);
        steps.deleteTree(staging);
        steps.makeFolder(staging);
        List<String> plan = new ArrayList<>(List.of(id));
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            stage(staging, plan.size() - 1, content.getKey(), content.getValue());
            plan.add(content.getKey());
        }
        steps.write(staging.resolve(PLAN), String.join("\n", plan).getBytes(StandardCharsets.UTF_8));
        steps.force(staging);
        steps.rename(staging, rules.resolve(COMMIT));
        steps.force(rules);
        try {
            complete();
        } catch (IOException e) {
            steps.rename(rules.resolve(COMMIT), rules.resolve(UNDO));
            putBack();
            throw new OutputException(
                    "The rules could not be put in place (" + e
                            + "), and the former ones are in use. Maybe a program has"
                            + " one of the files open, or it is write-protected.",
                    e);
        }
    }

    private void stage(Path staging, int number, String path, byte[] content) throws IOException {
        Path target = target(path);
        if (Files.exists(target)) {
            steps.copy(target, staging.resolve(number + FORMER));
        } else {
            steps.create(staging.resolve(number + NONE));
        }
        if (content.length == 0) {
            steps.create(staging.resolve(number + GONE));
        } else {
            Path fresh = staging.resolve(number + NEW);
            steps.write(fresh, content);
            PosixFileAttributeView there = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            if (there != null && Files.exists(target)) {
                Files.setPosixFilePermissions(fresh, there.readAttributes().permissions());
            }
        }
    }

    /** A link stays a link: what it leads to is replaced. */
    private Path target(String path) throws IOException {
        Path target = rules.resolve(path);
        return Files.exists(target) ? target.toRealPath() : target;
    }

    /** Completes, takes back or drops what a kill left. */
    private void recover() throws IOException {
        if (Files.isDirectory(rules.resolve(UNDO))) {
            putBack();
        }
        if (Files.isDirectory(rules.resolve(COMMIT))) {
            complete();
        }
        steps.deleteTree(rules.resolve(STAGING));
    }

    private void complete() throws IOException {
        Path commit = rules.resolve(COMMIT);
        List<String> plan = plan(commit);
        for (int i = 1; i < plan.size(); i++) {
            Path target = target(plan.get(i));
            Path fresh = commit.resolve((i - 1) + NEW);
            if (Files.exists(fresh)) {
                steps.makeFolder(target.getParent());
                steps.replace(fresh, target);
            } else if (Files.exists(commit.resolve((i - 1) + GONE))) {
                steps.delete(target);
            }
            steps.force(target.getParent());
        }
        finish(commit, plan);
    }

    private void putBack() throws IOException {
        Path undo = rules.resolve(UNDO);
        List<String> plan = plan(undo);
        for (int i = 1; i < plan.size(); i++) {
            Path target = target(plan.get(i));
            Path former = undo.resolve((i - 1) + FORMER);
            if (Files.exists(undo.resolve((i - 1) + NEW))) {
                continue; // its place never changed hands, and who holds it may still do so
            }
            if (Files.exists(former)) {
                steps.replace(former, target);
            } else if (Files.exists(undo.resolve((i - 1) + NONE))) {
                steps.delete(target);
            }
        }
        steps.deleteTree(undo);
    }

    private void finish(Path commit, List<String> plan) throws IOException {
        if (!plan.isEmpty()) {
            steps.write(rules.resolve(LAST), (plan.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        steps.force(rules);
        steps.deleteTree(commit);
    }

    private static List<String> plan(Path folder) throws IOException {
        Path plan = folder.resolve(PLAN);
        return Files.exists(plan) ? Files.readAllLines(plan) : List.of();
    }
}
