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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Counts the phrases of the masters that people decided over all masters. */
final class TermCandidates {
    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 3;

    /** Where a phrase stands in a name: anywhere, at its beginning, at its end, a legal form not counted. */
    private static final int ANYWHERE = 0;

    private static final int BEGINS = 1;
    private static final int ENDS = 2;

    private final KnownMasters masters;
    private final NameTables tables;
    private final int minSupport;
    private final double minPrecision;

    /** By phrase the masters that hold it, in order, and where in any of their names it stands. */
    private final Map<List<String>, Map<Integer, Integer>> holders = new HashMap<>();

    TermCandidates(KnownMasters masters, NameTables tables, int minSupport, double minPrecision) {
        this.masters = masters;
        this.tables = tables;
        this.minSupport = minSupport;
        this.minPrecision = minPrecision;
        for (int i = 0; i < masters.size(); i++) {
            if (masters.decided(i).isPresent()) {
                masters.names(i).forEach(this::addPhrases);
            }
        }
        for (int i = 0; i < masters.size(); i++) {
            int master = i;
            masters.names(i)
                    .forEach(name -> phrases(name, new BitSet(), (words, places) -> {
                        Map<Integer, Integer> all = holders.get(words);
                        if (all != null) {
                            all.merge(master, places, (a, b) -> a | b);
                        }
                    }));
        }
    }

    /** Those that have enough support and precision and would place somebody, the best first. */
    List<TermCandidate> bestFirst() {
        List<TermCandidate> candidates = new ArrayList<>();
        holders.forEach((words, all) -> {
            Set<IndustrialGroup> groups = new TreeSet<>();
            all.keySet().forEach(master -> decided(master).ifPresent(groups::add));
            for (IndustrialGroup group : groups) {
                good(words, TermMatch.WORDS, group, all, ANYWHERE)
                        .or(() -> good(words, TermMatch.SUFFIX, group, all, ENDS))
                        .or(() -> good(words, TermMatch.PREFIX, group, all, BEGINS))
                        .ifPresent(candidates::add);
            }
        });
        candidates.sort(TermCandidate.BEST_FIRST);
        return candidates;
    }

    private Optional<IndustrialGroup> decided(int master) {
        return masters.decided(master).map(Classification::group);
    }

    private Optional<TermCandidate> good(
            List<String> words, TermMatch match, IndustrialGroup group, Map<Integer, Integer> all, int place) {
        List<Integer> supporting = new ArrayList<>();
        Set<String> support = new HashSet<>();
        Set<String> right = new HashSet<>();
        Set<String> wrong = new HashSet<>();
        Set<Integer> gain = new TreeSet<>();
        all.forEach((master, places) -> {
            if ((places & place) != place) {
                return;
            }
            masters.known(master).ifPresent(known -> (known == group ? right : wrong).add(masters.brand(master)));
            Optional<IndustrialGroup> decided = decided(master);
            if (decided.isPresent() && decided.get() == group) {
                supporting.add(master);
                support.add(masters.brand(master));
            }
            if (masters.unplaced(master) && decided.orElse(group) == group) {
                gain.add(master);
            }
        });
        if (support.size() < minSupport || gain.isEmpty()) {
            return Optional.empty();
        }
        TermCandidate candidate = new TermCandidate(
                words, match, group, supporting, support.size(), right.size(), right.size() + wrong.size(), gain);
        return candidate.precision() >= minPrecision ? Optional.of(candidate) : Optional.empty();
    }

    /** The phrases that may tell a trade: no names of people and places, no legal forms, no numbers. */
    private void addPhrases(NameEvidence name) {
        if (!name.name().person() && !name.name().anonymous()) {
            phrases(name, silent(name), (words, places) -> {
                String first = words.get(0);
                boolean bare = words.size() == 1 && (first.length() < SHORTEST_WORD || tables.groupWord(first));
                if (!bare && !tables.stopWord(first) && !tables.stopWord(words.get(words.size() - 1))) {
                    holders.putIfAbsent(List.copyOf(words), new LinkedHashMap<>());
                }
            });
        }
    }

    /** The phrases of up to three words in a name that hold none of those words, and where they stand. */
    private static void phrases(NameEvidence name, BitSet without, BiConsumer<List<String>, Integer> phrases) {
        List<String> words = name.words();
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + LONGEST); end++) {
                int bad = without.nextSetBit(start);
                if (bad >= 0 && bad < end || end - 1 > start && name.begins().contains(end - 1)) {
                    break;
                }
                phrases.accept(
                        words.subList(start, end),
                        (name.begins().contains(start) ? BEGINS : 0)
                                | (name.ends().contains(end) ? ENDS : 0));
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
            if (!word.chars().allMatch(Character::isLetter)
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
