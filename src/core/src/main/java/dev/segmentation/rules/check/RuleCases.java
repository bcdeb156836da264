package dev.segmentation.rules.check;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RuleTables;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cases that lie beside the rules: a name and the group that must come out, hits and near misses. A case may
 * bring a human decision along, to try the rules of governance.
 */
final class RuleCases {
    static final String NAME = "cases";
    static final TableSpec SPEC = TableSpec.of("Name", "Expected Group")
            .with("Expected Detail", "Decision Kind", "Decision Group", "Decision Status", "Note");
    private static final Set<String> KINDS = Set.of("MANUAL", "KEY", "BATCH");

    private final RuleTables tables;
    private final List<Case> cases = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private record Case(
            String file, long row, String name, IndustrialGroup group, String detail, List<HumanDecision> human) {}

    private RuleCases(RuleTables tables) {
        this.tables = tables;
    }

    /** Reads every case of a rules folder; rows that make no sense are refused to the tables. */
    static RuleCases read(RuleTables tables) {
        RuleCases cases = new RuleCases(tables);
        tables.named(NAME).forEach(name -> tables.read(name, SPEC, cases::add));
        return cases;
    }

    /** What is wrong with a case whatever the rules say. */
    private static Optional<RowError> fault(Row row) {
        if (IndustrialGroup.parse(row.get("Expected Group")).isEmpty()) {
            String advice = "Use a name of the locked list.";
            return Optional.of(row.error("unknown-group", "Expected Group", "not in the locked list", advice));
        }
        if (!row.get("Decision Kind").isEmpty() && human(row).isEmpty()) {
            String advice = "Write Manual, Key or Batch, and a group and a status of the locked lists.";
            return Optional.of(row.error("bad-decision", "Decision Kind", "not a decision", advice));
        }
        return Optional.empty();
    }

    private void add(Row row) {
        Optional<RowError> fault = fault(row);
        if (fault.isPresent()) {
            tables.refuse(fault.get());
            return;
        }
        rows.add(row);
        cases.add(new Case(
                row.file(),
                row.line(),
                row.get("Name"),
                IndustrialGroup.parse(row.get("Expected Group")).orElseThrow(),
                row.get("Expected Detail"),
                human(row).map(List::of).orElse(List.of())));
    }

    private static Optional<HumanDecision> human(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Decision Group"));
        Optional<Status> status = Status.parse(row.get("Decision Status"));
        String kind = row.get("Decision Kind").toUpperCase(Locale.ROOT);
        if (group.isEmpty() || status.isEmpty() || !KINDS.contains(kind)) {
            return Optional.empty();
        }
        Classification classification = new Classification(group.get(), "", "", SupportCategory.NONE);
        return Optional.of(new HumanDecision(
                HumanDecision.Kind.valueOf(kind), status.get(), classification, null, "the case's decision"));
    }

    /** The rows that make sense. */
    List<Row> rows() {
        return rows;
    }

    int size() {
        return cases.size();
    }

    /**
     * Runs one of them, or takes over what the former rules made of it where they found and know the same.
     *
     * @param former what came of the cases by rules that decide like these, {@code null} if there are none
     * @param fired receives the ids of the rules that fired
     */
    RuleCase run(
            int index, Classifier classifier, RuleCatalog catalog, Map<String, Verdict> former, Set<String> fired) {
        Case one = cases.get(index);
        Verdict known = former == null || !one.human().isEmpty() ? null : former.get(one.name());
        NameEvidence evidence = known == null
                ? catalog.parser().evidence(one.name())
                : known.found().get(0).reading().written();
        Verdict verdict = classifier.verdict(List.of(evidence), one.human(), known);
        if (one.human().isEmpty()) {
            catalog.tried().put(one.name(), verdict);
        }
        fired.addAll(verdict.fired());
        return result(one, verdict.decision());
    }

    private static RuleCase result(Case one, Decision decision) {
        String detail = decision.classification().detail();
        String failure = "";
        if (decision.group() != one.group()) {
            failure = "came out as " + decision.group().label() + " (" + decision.rationale() + ")";
        } else if (!one.detail().isEmpty() && !one.detail().equals(detail)) {
            failure = "came out with the detail \"" + detail + "\" by " + decision.ruleId();
        }
        return new RuleCase(
                one.file(),
                one.row(),
                one.name(),
                one.group().label(),
                one.detail(),
                decision.group().label(),
                detail,
                decision.ruleId(),
                decision.rationale(),
                failure);
    }
}
