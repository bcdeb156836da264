package dev.segmentation.rules.publish;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FileTransaction;
import dev.segmentation.files.HeldException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layout of a publication: a plan that numbers its files, and under the number of each what comes and what stood there.
 * Every step can be done again after a kill.
 */
final class StagedRules extends FileTransaction {
    private static final String LAST = ".published";
    private static final String PLAN = "plan";
    private static final String NEW = ".to";
    private static final String FORMER = ".from";
    private static final String NONE = ".none";
    private static final String GONE = ".gone";
    private static final String COMMITTED = "placed";
    private static final String TAKEN_BACK = "taken-back";

    private final Path rules;

    StagedRules(Path rules, FileSteps steps) {
        super(rules, ".publish-new", ".publish", ".publish-undo", steps);
        this.rules = rules;
    }

    /** Names the last publication of a folder, or the last one that was taken back. */
    static String last(Path rules) {
        try {
            Path last = rules.resolve(LAST);
            return Files.exists(last) ? Files.readString(last).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Writes all that is needed to commit contents and to take them back.
     *
     * @throws RulePublication.EditedException if another content stands in a place than the one that is to be replaced
     */
    void write(String id, List<NewContent> contents) throws IOException {
        Path folder = staging();
        steps.deleteTree(folder);
        steps.makeFolder(folder);
        List<String> plan = new ArrayList<>();
        Set<Path> targets = new HashSet<>();
        for (NewContent content : contents) {
            Path target = target(folder, content.path());
            if (!targets.add(target)) {
                throw new IOException(content.path() + " leads to the same file as another name");
            }
            HeldException.check(target);
            String number = folder.resolve(Integer.toString(plan.size())).toString();
            keepFormer(number, target, content);
            stage(number, target, content);
            plan.add(content.path());
        }
        text(folder.resolve(PLAN), String.join("\n", plan));
        text(folder.resolve(COMMITTED), id + "\n");
        text(folder.resolve(TAKEN_BACK), id + " taken back\n");
        steps.force(folder);
    }

    private void text(Path file, String text) throws IOException {
        steps.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void keepFormer(String number, Path target, NewContent content) throws IOException {
        String hash = RuleFile.ABSENT;
        if (Files.exists(target)) {
            Path kept = Path.of(number + FORMER);
            steps.copy(target, kept);
            hash = RuleFileSet.hash(kept);
        } else {
            steps.create(Path.of(number + NONE));
        }
        if (!hash.equals(content.former())) {
            throw new RulePublication.EditedException(content.path());
        }
    }

    private void stage(String number, Path target, NewContent content) throws IOException {
        if (content.bytes().isEmpty()) {
            steps.create(Path.of(number + GONE));
            return;
        }
        Path fresh = Path.of(number + NEW);
        steps.write(fresh, content.bytes().get());
        PosixFileAttributeView there = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (there != null && Files.exists(target)) {
            Files.setPosixFilePermissions(fresh, there.readAttributes().permissions());
        }
    }

    /** A link stays a link: what it leads to is replaced. */
    private Path target(Path folder, String path) throws IOException {
        if (!NewContent.fits(path)) {
            throw new IOException(folder + " names a file that is none of the rules: " + path);
        }
        Path target = rules.resolve(path);
        return Files.exists(target) ? target.toRealPath() : target;
    }

    @Override
    protected void moveIn(Path folder) throws IOException {
        List<String> plan = plan(folder);
        for (int i = 0; i < plan.size(); i++) {
            Path target = target(folder, plan.get(i));
            Path fresh = folder.resolve(i + NEW);
            if (Files.exists(fresh)) {
                steps.makeFolder(target.getParent());
                steps.replace(fresh, target);
                steps.force(target.getParent());
            } else if (Files.exists(folder.resolve(i + GONE)) && Files.exists(target)) {
                steps.delete(target);
                steps.force(target.getParent());
            }
        }
        mark(folder.resolve(COMMITTED));
    }

    @Override
    protected void putBack(Path folder) throws IOException {
        List<String> plan = plan(folder);
        for (int i = 0; i < plan.size(); i++) {
            Path target = target(folder, plan.get(i));
            boolean untouched = Files.exists(folder.resolve(i + NEW))
                    || Files.exists(folder.resolve(i + GONE)) && Files.exists(target);
            Path former = folder.resolve(i + FORMER);
            if (untouched) {
                continue; // its place never changed hands, and who holds it may still do so
            }
            if (Files.exists(former)) {
                steps.replace(former, target);
            } else if (Files.exists(folder.resolve(i + NONE))) {
                steps.delete(target);
            }
        }
        mark(folder.resolve(TAKEN_BACK));
    }

    /** A rename needs no room on the disk, and readers look for what it changes. */
    private void mark(Path mark) throws IOException {
        if (Files.exists(mark)) {
            steps.replace(mark, rules.resolve(LAST));
        }
    }

    private static List<String> plan(Path folder) throws IOException {
        Path plan = folder.resolve(PLAN);
        return Files.exists(plan) ? Files.readAllLines(plan) : List.of();
    }
}
