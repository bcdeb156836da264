package dev.segmentation.service.rules;

import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.table.RuleFileKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change set: new contents for some files of the rules folder, of which nothing is in use yet. Each edit makes another
 * draft of the same id.
 *
 * @param revision counts its edits
 * @param base the hashes of the files of the rules folder that it starts from, by path
 * @param files what it changes, in order of path
 * @param rollbackOf the version that it goes back to, blank for none
 */
public record RuleDraft(
        String id,
        String title,
        String reason,
        String by,
        Instant created,
        Instant changed,
        long revision,
        Map<String, String> base,
        List<Edit> files,
        String rollbackOf) {
    private static final int MARK = 24;

    /**
     * The new content of a file.
     *
     * @param former hash of what it replaces
     * @param hash of the new content; {@link RuleFile#ABSENT} takes the file away
     */
    public record Edit(String path, String former, String hash, long size) {
        public boolean removes() {
            return hash.equals(RuleFile.ABSENT);
        }

        boolean code() {
            return RuleFileKind.of(path).code();
        }
    }

    public RuleDraft {
        base = Map.copyOf(base);
        files = List.copyOf(files);
    }

    /** Whether it changes rules that are code, which rules admins alone may do. */
    public boolean touchesCode() {
        return files.stream().anyMatch(Edit::code);
    }

    /** The hashes of all files as they would stand, by path. */
    Map<String, String> state() {
        Map<String, String> state = new TreeMap<>(base);
        for (Edit edit : files) {
            state.remove(edit.path());
            if (!edit.removes()) {
                state.put(edit.path(), edit.hash());
            }
        }
        return state;
    }

    public String baseHash() {
        return RuleFileSet.hash(base);
    }

    /** A hash over what would stand in the folder. */
    public String contentHash() {
        Map<String, String> all = new TreeMap<>();
        files.forEach(edit -> all.put(edit.path(), edit.hash()));
        all.put("", baseHash());
        return RuleFileSet.hash(all);
    }

    /** Names this state of it, unlike every other. */
    public String tag() {
        return revision + "-" + contentHash().substring(0, MARK);
    }

    public Optional<Edit> edit(String path) {
        return files.stream().filter(edit -> edit.path().equals(path)).findFirst();
    }

    /** This change set with one more edit; an edit that changes nothing is left out. */
    RuleDraft with(Edit edit, Instant now) {
        Map<String, Edit> all = new TreeMap<>();
        files.forEach(one -> all.put(one.path(), one));
        all.put(edit.path(), edit);
        if (edit.hash().equals(edit.former())) {
            all.remove(edit.path());
        }
        return new RuleDraft(
                id, title, reason, by, created, now, revision + 1, base, new ArrayList<>(all.values()), rollbackOf);
    }

    RuleDraft on(Map<String, String> newBase, Instant now) {
        return new RuleDraft(id, title, reason, by, created, now, revision + 1, newBase, files, rollbackOf);
    }
}
