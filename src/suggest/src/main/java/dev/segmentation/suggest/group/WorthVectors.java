package dev.segmentation.suggest.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The examples from which the model of meanings learns. A vector takes some milliseconds, and more terms did not make the
 * model better: all decisions, and terms that together say the most different words of each group.
 */
final class WorthVectors {
    private static final int TERMS = 2000;

    private WorthVectors() {}

    static List<Example> of(List<Example> examples) {
        return of(examples, TERMS);
    }

    static List<Example> of(List<Example> examples, int most) {
        List<Example> said = examples.stream()
                .filter(example -> !String.join("", example.words()).isBlank())
                .toList();
        List<Example> terms = terms(
                said.stream()
                        .filter(e -> e.kind() == Example.Kind.TERM || e.kind() == Example.Kind.HINT)
                        .sorted(Comparator.comparing(Example::kind).thenComparing(Example.ORDER))
                        .toList(),
                most);
        return Stream.concat(said.stream().filter(e -> e.kind().decided()), terms.stream())
                .sorted(Example.ORDER)
                .toList();
    }

    /** In round n a term is taken if one of its words was taken less than n times for its group. */
    private static List<Example> terms(List<Example> sorted, int most) {
        Map<String, Integer> taken = new HashMap<>();
        List<Example> terms = new ArrayList<>();
        List<Example> rest = sorted;
        for (int round = 1; terms.size() < most && !rest.isEmpty(); round++) {
            List<Example> later = new ArrayList<>();
            for (Example term : rest) {
                List<String> keys = keys(term);
                int now = round;
                if (terms.size() < most && keys.stream().anyMatch(key -> taken.getOrDefault(key, 0) < now)) {
                    terms.add(term);
                    keys.forEach(key -> taken.merge(key, 1, Integer::sum));
                } else {
                    later.add(term);
                }
            }
            rest = later;
        }
        return terms;
    }

    private static List<String> keys(Example term) {
        String group = term.classification().group().name();
        return new HashSet<>(term.words())
                .stream().map(word -> word + '\t' + group).toList();
    }
}
