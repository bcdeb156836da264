package dev.segmentation.evaluate.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.table.RowError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well the rules place names whose groups are known.
 *
 * @param truthFile name of the file of labels
 * @param entities whether known organisations were used
 * @param rules one line about the rules
 * @param names every labelled name in file order, with what the rules say
 * @param rejected rows of the labels that cannot be used
 * @param notes remarks about the file
 */
public record ClassifyReport(
        String truthFile,
        boolean entities,
        String rules,
        List<Labelled> names,
        List<RowError> rejected,
        List<String> notes) {

    /**
     * A name and its group.
     *
     * @param name the name as written
     * @param expected the group it is labelled with
     * @param decision what the rules say
     */
    public record Labelled(String name, IndustrialGroup expected, Decision decision) {
        /** The group that the rules give it. */
        public IndustrialGroup group() {
            return decision.group();
        }

        /** Whether the rules give it any group. */
        public boolean placed() {
            return group() != IndustrialGroup.UNKNOWN;
        }

        /** Whether they give it the group of its label. */
        public boolean right() {
            return group() == expected;
        }
    }

    /**
     * Counts of some names.
     *
     * @param names how many
     * @param placed those that the rules give a group
     * @param right those placed that have the group of their label
     */
    @JsonPropertyOrder({"names", "placed", "right", "coverage", "precision"})
    public record Score(int names, int placed, int right) {
        static Score of(List<Labelled> names) {
            int placed = (int) names.stream().filter(Labelled::placed).count();
            int right = (int)
                    names.stream().filter(name -> name.placed() && name.right()).count();
            return new Score(names.size(), placed, right);
        }

        /** Share of names that are placed, in [0, 1]. */
        @JsonProperty
        public double coverage() {
            return names == 0 ? 0 : (double) placed / names;
        }

        /** Share of placed names that are right, in [0, 1]; 0 if none is placed. */
        @JsonProperty
        public double precision() {
            return placed == 0 ? 0 : (double) right / placed;
        }

        /** Those placed that have another group than their label. */
        public int wrong() {
            return placed - right;
        }
    }

    /**
     * What a rule or a row of a table decided.
     *
     * @param ruleId its id
     * @param score the names it placed
     * @param example the first name that it placed wrongly, and the group of its label; blank if none
     */
    public record RuleScore(String ruleId, Score score, String example) {}

    /** All names. */
    public Score overall() {
        return Score.of(names);
    }

    /** By how they were decided; what placed none is left out. */
    public Map<Method, Score> byMethod() {
        return scores(
                names.stream().filter(Labelled::placed), name -> name.decision().method());
    }

    /** By the group of the label: how many of its names are found. */
    public Map<IndustrialGroup, Score> byExpected() {
        return scores(names.stream(), Labelled::expected);
    }

    /** By the group that the rules give: how many of these names belong there. */
    public Map<IndustrialGroup, Score> byGroup() {
        return scores(names.stream(), Labelled::group);
    }

    private static <K> Map<K, Score> scores(Stream<Labelled> names, Function<Labelled, K> key) {
        return names.collect(
                Collectors.groupingBy(key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Score::of)));
    }

    /** The first names that are placed wrongly. */
    public List<Labelled> wrong(int most) {
        return names.stream()
                .filter(name -> name.placed() && !name.right())
                .limit(most)
                .toList();
    }

    /** How many names of the first group the rules give the second. */
    public int confused(IndustrialGroup expected, IndustrialGroup group) {
        return (int) names.stream()
                .filter(name -> name.expected() == expected && name.group() == group)
                .count();
    }

    /** What placed names wrongly, the worst first. */
    public List<RuleScore> worstRules(int most) {
        Map<String, List<Labelled>> byRule = names.stream()
                .filter(Labelled::placed)
                .collect(Collectors.groupingBy(name -> name.decision().ruleId()));
        return byRule.entrySet().stream()
                .map(entry -> new RuleScore(entry.getKey(), Score.of(entry.getValue()), example(entry.getValue())))
                .filter(rule -> rule.score().wrong() > 0)
                .sorted(Comparator.comparingInt(
                                (RuleScore rule) -> -rule.score().wrong())
                        .thenComparingDouble(rule -> rule.score().precision())
                        .thenComparing(RuleScore::ruleId))
                .limit(most)
                .toList();
    }

    private static String example(List<Labelled> names) {
        return names.stream()
                .filter(name -> !name.right())
                .findFirst()
                .map(name -> name.name() + " (" + name.expected().label() + ")")
                .orElse("");
    }
}
