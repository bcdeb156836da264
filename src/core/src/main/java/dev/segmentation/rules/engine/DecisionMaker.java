package dev.segmentation.rules.engine;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.Proposal;
import dev.segmentation.rules.table.Band;
import dev.segmentation.rules.table.GroupTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the proposals of all rules that fired into one decision: the first band wins, within a band the precedence of
 * groups, and what disagrees is said, not dropped.
 */
final class DecisionMaker {
    private final GroupTable groups;
    private final Comparator<Proposal> order;

    DecisionMaker(GroupTable groups) {
        this.groups = groups;
        this.order = Comparator.comparingInt((Proposal p) -> -p.band().salience())
                .thenComparingInt(Proposal::rank)
                .thenComparingInt(p -> groups.of(p.classification().group()).priority())
                .thenComparingInt(p -> -p.weight())
                .thenComparing(Proposal::ruleId)
                .thenComparing(Proposal::why);
    }

    Decision decide(List<Proposal> proposals) {
        List<Proposal> sorted = sorted(proposals);
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
        List<Proposal> others = sorted.stream()
                .filter(p -> p.classification().group() != best.classification().group())
                .filter(p -> p.band() != Band.FALLBACK || p.human() != null)
                .toList();
        Optional<Proposal> rival = best.band() == Band.FALLBACK
                ? Optional.empty()
                : others.stream()
                        .filter(p -> p.band() == best.band() && p.rank() == best.rank())
                        .findFirst();
        Optional<Proposal> runnerUp = others.stream().findFirst();
        HumanDecision human = best.human();
        return new Decision(
                filled(best, sorted),
                best.method(),
                human == null ? best.method().confidence() : human.status().confidence(),
                human == null ? statusWithoutPeople(sorted) : human.status(),
                best.ruleId(),
                rationale(best, rival, runnerUp),
                runnerUp.map(p -> p.classification().group().label()).orElse(""),
                rival.isPresent(),
                human != null);
    }

    /** The proposals, the deciding one first. */
    List<Proposal> sorted(List<Proposal> proposals) {
        return proposals.stream().sorted(order).toList();
    }

    /** A queued row that a rule outranks still waits for research, so the master stays on the worklist. */
    private static Status statusWithoutPeople(List<Proposal> sorted) {
        return sorted.stream().anyMatch(p -> p.human() != null && p.human().isQueued()) ? Status.QUEUED : Status.FINAL;
    }

    private static String rationale(Proposal best, Optional<Proposal> rival, Optional<Proposal> runnerUp) {
        StringBuilder text = new StringBuilder();
        if (rival.isPresent()) {
            text.append("CONFLICT: ")
                    .append(said(best))
                    .append(" against ")
                    .append(said(rival.get()))
                    .append('.');
            return text.toString();
        }
        text.append(best.ruleId()).append(": ").append(best.why()).append('.');
        runnerUp.ifPresent(p -> text.append(" Runner-up: ").append(said(p)).append('.'));
        return text.toString();
    }

    private static String said(Proposal proposal) {
        return proposal.classification().group().label() + " by " + proposal.ruleId() + " (" + proposal.why() + ")";
    }

    /** What the deciding proposal leaves open is taken from the next one of the same group, the NAICS at last from the group. */
    private Classification filled(Proposal best, List<Proposal> sorted) {
        IndustrialGroup group = best.classification().group();
        List<Classification> same = sorted.stream()
                .map(Proposal::classification)
                .filter(c -> c.group() == group)
                .toList();
        String detail = first(same, Classification::detail);
        String naics = best.classification().detail().isEmpty()
                        || !best.classification().naics().isEmpty()
                ? first(same, Classification::naics)
                : "";
        SupportCategory support = same.stream()
                .map(Classification::support)
                .filter(s -> s != SupportCategory.NONE)
                .findFirst()
                .orElse(SupportCategory.NONE);
        return new Classification(
                group, detail, naics.isEmpty() ? groups.of(group).naics() : naics, support);
    }

    private static String first(List<Classification> classifications, Function<Classification, String> field) {
        return classifications.stream()
                .map(field)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
