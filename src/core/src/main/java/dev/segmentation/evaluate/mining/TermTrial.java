package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Classifies every master that one more row may concern, so that what it would do is known and not guessed. */
final class TermTrial {
    private final KnownMasters masters;
    final List<Integer> places = new ArrayList<>();
    final List<Integer> learns = new ArrayList<>();
    final List<Integer> moves = new ArrayList<>();
    final List<Integer> mistakes = new ArrayList<>();
    final List<Integer> conflicts = new ArrayList<>();

    /**
     * Tries it: rules with the row against what is known of the masters.
     *
     * @param words the words of the row, folded
     */
    TermTrial(KnownMasters masters, RuleCatalog withRow, List<String> words) {
        this.masters = masters;
        try (Classifier classifier = withRow.newClassifier()) {
            for (int i = 0; i < masters.size(); i++) {
                if (concerned(i, withRow, words)) {
                    compare(i, classifier.classify(masters.written(i), List.of()));
                }
            }
        }
    }

    /** A row touches names that hold a word of it, and names of which a word is now read as one of its words, or no more. */
    private boolean concerned(int master, RuleCatalog withRow, List<String> words) {
        List<NameEvidence> former = masters.names(master);
        List<NameEvidence> fresh = masters.read(master, withRow);
        for (int i = 0; i < former.size(); i++) {
            if (!Collections.disjoint(former.get(i).words(), words)
                    || !former.get(i).words().equals(fresh.get(i).words())) {
                return true;
            }
        }
        return false;
    }

    private void compare(int master, Decision fresh) {
        Decision former = masters.byRules(master);
        if (fresh.conflict() && !former.conflict()) {
            conflicts.add(master);
        }
        if (fresh.group() != former.group()) {
            Optional<IndustrialGroup> known = masters.known(master);
            if (known.isPresent() && known.get() != fresh.group()) {
                mistakes.add(master);
            } else if (known.isPresent()) {
                (masters.decided(master).isPresent() ? learns : moves).add(master);
            } else {
                (masters.unplaced(master) ? places : moves).add(master);
            }
        }
    }

    /** Whether it places anybody, or explains more than one decision: one alone is explained best by itself. */
    boolean useful() {
        return !places.isEmpty() || learns.size() > 1;
    }

    /** Counts a list and names the masters with the most customer keys. */
    TermSuggestion.Some some(List<Integer> list) {
        List<String> names = list.stream()
                .sorted(Comparator.comparing(master -> -masters.keys(master)))
                .limit(TermSuggestion.NAMED)
                .map(masters::name)
                .toList();
        return new TermSuggestion.Some(list.size(), names);
    }
}
