package dev.segmentation.rules.publish;

import dev.segmentation.files.FileSteps;
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
 * The folder of one publication: a plan that numbers its files, and under the number of each what comes and what stood there.
 * Every step can be done again after a kill.
 */
final class StagedRules {
    private static final String PLAN = "plan";
    private static final String NEW = ".to";
    private static final String FORMER = ".from";
    private static final String NONE = ".none";
    private static final String GONE = ".gone";
    private static final String PLACED = "placed";
    private static final String TAKEN_BACK = "taken-back";

    private final Path rules;
    private final Path folder;
    private final FileSteps steps;

    StagedRules(Path rules, String name, FileSteps steps) {
        this.rules = rules;
        this.folder = rules.resolve(name);
        this.steps = steps;
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /**
     * Writes all that is needed to put contents in place and to take them back.
     *
     * @throws RulePlacement.EditedException if another content stands in a place than the one that is to be replaced
     */
    void write(String id, List<NewContent> contents) throws IOException {
        steps.deleteTree(folder);
        steps.makeFolder(folder);
        List<String> plan = new ArrayList<>();
        Set<Path> targets = new HashSet<>();
        for (NewContent content : contents) {
            Path target = target(content.path());
            if (!targets.add(target)) {
                throw new IOException(content.path() + " leads to the same file as another name");
            }
            HeldException.check(target);
            keepFormer(plan.size(), target, content);
            stage(plan.size(), target, content);
            plan.add(content.path());
        }
        text(PLAN, String.join("\n", plan));
        text(PLACED, id + "\n");
        text(TAKEN_BACK, id + " taken back\n");
        steps.force(folder);
    }

    private void text(String name, String text) throws IOException {
        steps.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private void keepFormer(int number, Path target, NewContent content) throws IOException {
        String hash = RuleFile.ABSENT;
        if (Files.exists(target)) {
            Path kept = folder.resolve(number + FORMER);
            steps.copy(target, kept);
            hash = RuleFileSet.hash(kept);
        } else {
            steps.create(folder.resolve(number + NONE));
        }
        if (!hash.equals(content.former())) {
            throw new RulePlacement.EditedException(content.path());
        }
    }

    private void stage(int number, Path target, NewContent content) throws IOException {
        if (content.bytes().isEmpty()) {
            steps.create(folder.resolve(number + GONE));
            return;
        }
        Path fresh = folder.resolve(number + NEW);
        steps.write(fresh, content.bytes().get());
        PosixFileAttributeView there = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (there != null && Files.exists(target)) {
            Files.setPosixFilePermissions(fresh, there.readAttributes().permissions());
        }
    }

    /** A link stays a link: what it leads to is replaced. */
    private Path target(String path) throws IOException {
        if (!NewContent.fits(path)) {
            throw new IOException(folder + " names a file that is none of the rules: " + path);
        }
        Path target = rules.resolve(path);
        return Files.exists(target) ? target.toRealPath() : target;
    }

    /** Moves each file to its place. */
    void moveIn() throws IOException {
        List<String> plan = plan();
        for (int i = 0; i < plan.size(); i++) {
            Path target = target(plan.get(i));
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
        end(PLACED);
    }

    /** Moves the former files back where the new ones are. */
    void putBack() throws IOException {
        List<String> plan = plan();
        for (int i = 0; i < plan.size(); i++) {
            Path target = target(plan.get(i));
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
        end(TAKEN_BACK);
    }

    /** A rename needs no room on the disk, and readers look for what it changes. */
    private void end(String mark) throws IOException {
        if (Files.exists(folder.resolve(mark))) {
            steps.replace(folder.resolve(mark), rules.resolve(Publications.LAST));
        }
        steps.force(rules);
        steps.deleteTree(folder);
    }

    void renameTo(String name) throws IOException {
        steps.rename(folder, rules.resolve(name));
        steps.force(rules);
    }

    void drop() throws IOException {
        steps.deleteTree(folder);
    }

    private List<String> plan() throws IOException {
        Path plan = folder.resolve(PLAN);
        return Files.exists(plan) ? Files.readAllLines(plan) : List.of();
    }
}
