package dev.segmentation.insight;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.run.ClassifiedMaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classifies all masters with one more row, so that what it would do is known and not guessed. */
final class TermTrial {
    private final List<String> places = new ArrayList<>();
    private final List<String> learns = new ArrayList<>();
    private final List<String> moves = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    /** Tries it: rules with the row against what is known of the masters. */
    TermTrial(KnownMasters masters, RuleCatalog withRow, int threads) {
        List<ClassifiedMaster> after =
                masters.alone().classify(withRow, threads, Progress.NONE).masters();
        for (int i = 0; i < masters.size(); i++) {
            Decision former = masters.byRules(i);
            Decision fresh = after.get(i).decision();
            if (fresh.conflict() && !former.conflict()) {
                conflicts.add(masters.name(i));
            }
            if (fresh.group() != former.group()) {
                moved(masters, i, fresh.group());
            }
        }
    }

    private void moved(KnownMasters masters, int master, IndustrialGroup to) {
        Optional<IndustrialGroup> decided = masters.decided(master).map(Classification::group);
        Optional<IndustrialGroup> known = masters.known(master);
        List<String> list;
        if (known.isPresent()) {
            list = known.get() != to ? mistakes : decided.isPresent() ? learns : moves;
        } else {
            list = masters.unplaced(master) ? places : moves;
        }
        list.add(masters.name(master));
    }

    /** Whether it places anybody, or explains more than one decision: one alone is explained best by itself. */
    boolean useful() {
        return !places.isEmpty() || learns.size() > 1;
    }

    TermSuggestion.Some places() {
        return TermSuggestion.Some.of(places);
    }

    TermSuggestion.Some learns() {
        return TermSuggestion.Some.of(learns);
    }

    TermSuggestion.Some moves() {
        return TermSuggestion.Some.of(moves);
    }

    TermSuggestion.Some mistakes() {
        return TermSuggestion.Some.of(mistakes);
    }

    TermSuggestion.Some conflicts() {
        return TermSuggestion.Some.of(conflicts);
    }
}
