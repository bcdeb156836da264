package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.NameTables;
import dev.segmentation.rules.table.TermMatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Counts the phrases of the masters that people decided over all masters. */
final class TermCandidates {
    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 3;

    private final KnownMasters masters;
    private final NameTables tables;
    private final TermMining.Options options;

    /** By phrase the masters that hold it, in order; the flags say how. */
    private final Map<List<String>, List<Holder>> holders = new HashMap<>();

    /**
     * A phrase in a name.
     *
     * @param words its words, folded
     * @param begins whether the name begins with it
     * @param ends whether the name ends with it, a legal form not counted
     */
    record Placed(List<String> words, boolean begins, boolean ends) {}

    private record Holder(int master, boolean begins, boolean ends) {
        Holder or(boolean alsoBegins, boolean alsoEnds) {
            return new Holder(master, begins || alsoBegins, ends || alsoEnds);
        }
    }

    TermCandidates(KnownMasters masters, NameTables tables, TermMining.Options options) {
        this.masters = masters;
        this.tables = tables;
        this.options = options;
        for (int i = 0; i < masters.size(); i++) {
            if (masters.decided(i).isPresent()) {
                masters.names(i)
                        .forEach(name -> telling(
                                name, phrase -> holders.putIfAbsent(List.copyOf(phrase.words()), new ArrayList<>())));
            }
        }
        for (int i = 0; i < masters.size(); i++) {
            int master = i;
            masters.names(i).forEach(name -> each(name, new BitSet(), phrase -> hold(master, phrase)));
        }
    }

    private void hold(int master, Placed phrase) {
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

    /** The phrases that may tell a trade: no names of people and places, no legal forms, no numbers. */
    private void telling(NameEvidence name, Consumer<Placed> phrases) {
        if (!name.name().person() && !name.name().anonymous()) {
            each(name, silent(name), phrase -> {
                List<String> words = phrase.words();
                boolean bare =
                        words.size() == 1 && (words.get(0).length() < SHORTEST_WORD || tables.groupWord(words.get(0)));
                if (!bare && !tables.stopWord(words.get(0)) && !tables.stopWord(words.get(words.size() - 1))) {
                    phrases.accept(phrase);
                }
            });
        }
    }

    /** The phrases of up to three words in a name that hold none of those words. */
    private static void each(NameEvidence name, BitSet without, Consumer<Placed> phrases) {
        List<String> words = name.words();
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + LONGEST); end++) {
                int bad = without.nextSetBit(start);
                if (bad >= 0 && bad < end || end - 1 > start && name.begins().contains(end - 1)) {
                    break;
                }
                phrases.accept(new Placed(
                        words.subList(start, end),
                        name.begins().contains(start),
                        name.ends().contains(end)));
            }
        }
    }

    /** Positions of words that no phrase may hold. */
    private BitSet silent(NameEvidence name) {
        List<String> words = name.words();
        Set<String> form = new HashSet<>(tables.fold().phrase(name.name().legalForm()));
        BitSet silent = tables.placesIn(words);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean letters = word.chars().allMatch(Character::isLetter);
            if (!letters
                    || word.length() == 1
                    || form.contains(word)
                    || tables.legalFormClass(word) != 0
                    || tables.properName(word)) {
                silent.set(i);
            }
        }
        return silent;
    }
}
