package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.rules.table.TermMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Counts the phrases of the masters that people decided over all masters. */
final class TermCandidates {
    private final KnownMasters masters;
    private final TermMining.Options options;

    /** By phrase the masters that hold it, in order; the flags say how. */
    private final Map<List<String>, List<Holder>> holders = new HashMap<>();

    private record Holder(int master, boolean begins, boolean ends) {
        Holder or(boolean alsoBegins, boolean alsoEnds) {
            return new Holder(master, begins || alsoBegins, ends || alsoEnds);
        }
    }

    TermCandidates(KnownMasters masters, NamePhrases phrases, TermMining.Options options) {
        this.masters = masters;
        this.options = options;
        for (int i = 0; i < masters.size(); i++) {
            if (masters.decided(i).isPresent()) {
                masters.names(i)
                        .forEach(name -> phrases.telling(
                                name, phrase -> holders.putIfAbsent(List.copyOf(phrase.words()), new ArrayList<>())));
            }
        }
        for (int i = 0; i < masters.size(); i++) {
            int master = i;
            masters.names(i).forEach(name -> NamePhrases.all(name, phrase -> hold(master, phrase)));
        }
    }

    private void hold(int master, NamePhrases.Placed phrase) {
        List<Holder> all = holders.get(phrase.words());
        if (all == null) {
            return;
        }
        int last = all.size() - 1;
        if (last >= 0 && all.get(last).master() == master) {
            all.set(last, all.get(last).or(phrase.begins(), phrase.ends()));
        } else {
            all.add(new Holder(master, phrase.begins(), phrase.ends()));
        }
    }

    /** Those that have enough support and precision and would place somebody, the best first. */
    List<TermCandidate> bestFirst() {
        List<TermCandidate> candidates = new ArrayList<>();
        holders.forEach((words, all) -> {
            for (IndustrialGroup group : groups(all)) {
                good(words, TermMatch.WORDS, group, all, holder -> true)
                        .or(() -> good(words, TermMatch.SUFFIX, group, all, Holder::ends))
                        .or(() -> good(words, TermMatch.PREFIX, group, all, Holder::begins))
                        .ifPresent(candidates::add);
            }
        });
        candidates.sort(TermCandidate.BEST_FIRST);
        return candidates;
    }

    private Set<IndustrialGroup> groups(List<Holder> all) {
        Set<IndustrialGroup> groups = new TreeSet<>();
        all.forEach(holder ->
                masters.decided(holder.master()).map(Classification::group).ifPresent(groups::add));
        return groups;
    }

    private Optional<TermCandidate> good(
            List<String> words, TermMatch match, IndustrialGroup group, List<Holder> all, Predicate<Holder> counts) {
        List<Integer> supporting = new ArrayList<>();
        Set<String> support = new HashSet<>();
        Set<String> right = new HashSet<>();
        Set<String> wrong = new HashSet<>();
        Set<Integer> gain = new TreeSet<>();
        for (Holder holder : all) {
            if (!counts.test(holder)) {
                continue;
            }
            int master = holder.master();
            Optional<IndustrialGroup> known = masters.known(master);
            if (known.isPresent()) {
                (known.get() == group ? right : wrong).add(masters.brand(master));
            }
            Optional<IndustrialGroup> decided = masters.decided(master).map(Classification::group);
            if (decided.isPresent() && decided.get() == group) {
                supporting.add(master);
                support.add(masters.brand(master));
            }
            if (masters.unplaced(master) && decided.map(one -> one == group).orElse(true)) {
                gain.add(master);
            }
        }
        if (support.size() < options.minSupport() || gain.isEmpty()) {
            return Optional.empty();
        }
        TermCandidate candidate = new TermCandidate(
                words, match, group, supporting, support.size(), right.size(), right.size() + wrong.size(), gain);
        return candidate.precision() >= options.minPrecision() ? Optional.of(candidate) : Optional.empty();
    }
}
