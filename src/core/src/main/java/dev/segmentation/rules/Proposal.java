package dev.segmentation.rules;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.table.Band;
import dev.segmentation.rules.table.GroupTable;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one rule, term, register row or person says about a master. All proposals about it together make one decision: the first
 * band wins, within a band the precedence of groups, and what disagrees is said, not dropped.
 *
 * @param band where it stands
 * @param rank order within the band, lower first: people before rules, a row about the master before a row about one of its keys
 * @param weight order within a group: longer evidence first, then what stands later in the name
 * @param place file and row of the rule or the cell, empty for people
 * @param human the decision of people behind it, {@code null} if it is a rule's
 */
public record Proposal(
        Classification classification,
        Method method,
        Band band,
        int rank,
        int weight,
        String ruleId,
        String why,
        String place,
        HumanDecision human) {

    /** The order in which proposals count, the deciding one first. */
    public static Comparator<Proposal> order(GroupTable groups) {
        return Comparator.comparingInt((Proposal p) -> -p.band().salience())
                .thenComparingInt(Proposal::rank)
                .thenComparingInt(p -> groups.of(p.classification().group()).priority())
                .thenComparingInt(p -> -p.weight())
                .thenComparing(Proposal::ruleId)
                .thenComparing(Proposal::why);
    }

    /** The decision that comes of all proposals about a master. */
    public static Decision decide(List<Proposal> sorted, GroupTable groups) {
        if (sorted.isEmpty()) {
            return new Decision(
                    Classification.UNKNOWN,
                    Method.UNCLASSIFIED,
                    Confidence.LOW,
                    Status.FINAL,
                    "",
                    "No rule fired.",
                    "",
                    false,
                    false);
        }
        Proposal best = sorted.get(0);
        IndustrialGroup group = best.classification.group();
        List<Proposal> others = sorted.stream()
                .filter(p -> p.classification.group() != group)
                .filter(p -> p.band != Band.FALLBACK || p.human != null)
                .toList();
        Proposal runnerUp = others.isEmpty() ? null : others.get(0);
        Proposal rival = others.stream()
                .filter(p -> best.band != Band.FALLBACK && p.band == best.band && p.rank == best.rank)
                .findFirst()
                .orElse(null);
        return new Decision(
                best.filled(sorted, groups),
                best.method,
                best.human == null
                        ? best.method.confidence()
                        : best.human.status().confidence(),
                best.human == null ? statusWithoutPeople(sorted) : best.human.status(),
                best.ruleId,
                best.rationale(rival, runnerUp),
                runnerUp == null ? "" : runnerUp.classification.group().label(),
                rival != null,
                best.human != null);
    }

    /** A queued row that a rule outranks still waits for research, so the master stays on the worklist. */
    private static Status statusWithoutPeople(List<Proposal> sorted) {
        return sorted.stream().anyMatch(p -> p.human != null && p.human.isQueued()) ? Status.QUEUED : Status.FINAL;
    }

    private String rationale(Proposal rival, Proposal runnerUp) {
        if (rival != null) {
            return "CONFLICT: " + said() + " against " + rival.said() + ".";
        }
        return ruleId + ": " + why + "." + (runnerUp == null ? "" : " Runner-up: " + runnerUp.said() + ".");
    }

    private String said() {
        return classification.group().label() + " by " + ruleId + " (" + why + ")";
    }

    /** What this one leaves open is taken from the next one of the same group, the NAICS at last from the group. */
    private Classification filled(List<Proposal> sorted, GroupTable groups) {
        IndustrialGroup group = classification.group();
        List<Classification> same = sorted.stream()
                .map(Proposal::classification)
                .filter(c -> c.group() == group)
                .toList();
        boolean own =
                classification.detail().isEmpty() || !classification.naics().isEmpty();
        String naics = own ? first(same, Classification::naics) : "";
        return new Classification(
                group,
                first(same, Classification::detail),
                naics.isEmpty() ? groups.of(group).naics() : naics,
                same.stream()
                        .map(Classification::support)
                        .filter(s -> s != SupportCategory.NONE)
                        .findFirst()
                        .orElse(SupportCategory.NONE));
    }

    private static String first(List<Classification> classifications, Function<Classification, String> field) {
        Stream<String> texts = classifications.stream().map(field);
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
