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
import dev.segmentation.table.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The cases that lie beside the rules: a name and the group that must come out, hits and near misses. A case may
 * bring a human decision along, to try the rules of governance.
 */
final class RuleCases {
    private static final TableSpec SPEC = TableSpec.of("Name", "Expected Group")
            .with("Expected Detail", "Decision Kind", "Decision Group", "Decision Status", "Note");
    private static final Set<String> KINDS = Set.of("MANUAL", "KEY", "BATCH");

    private RuleCases() {}

    /** Reads every case of a rules folder; rows that make no sense are refused to the tables. */
    static List<Row> read(RuleTables tables) {
        List<Row> cases = new ArrayList<>();
        tables.named("cases")
                .forEach(name -> tables.read(name, SPEC, row -> {
                    if (group(row) == null) {
                        String advice = "Use a name of the locked list.";
                        tables.refuse(row.error("unknown-group", "Expected Group", "not in the locked list", advice));
                    } else if (!row.get("Decision Kind").isEmpty() && human(row).isEmpty()) {
                        String advice = "Write Manual, Key or Batch, and a group and a status of the locked lists.";
                        tables.refuse(row.error("bad-decision", "Decision Kind", "not a decision", advice));
                    } else {
                        cases.add(row);
                    }
                }));
        return cases;
    }

    private static IndustrialGroup group(Row row) {
        return IndustrialGroup.parse(row.get("Expected Group")).orElse(null);
    }

    private static List<HumanDecision> human(Row row) {
        IndustrialGroup group = IndustrialGroup.parse(row.get("Decision Group")).orElse(null);
        Status status = Status.parse(row.get("Decision Status")).orElse(null);
        String kind = row.get("Decision Kind").toUpperCase(Locale.ROOT);
        if (group == null || status == null || !KINDS.contains(kind)) {
            return List.of();
        }
        Classification classification = new Classification(group, "", "", SupportCategory.NONE);
        return List.of(new HumanDecision(
                HumanDecision.Kind.valueOf(kind), status, classification, null, "the case's decision"));
    }

    /**
     * Runs a case, or takes over what the former rules made of it where they found and know the same.
     *
     * @param former what came of the cases by rules that decide like these, {@code null} if there are none
     */
    static RuleCase run(
            Row row, Classifier classifier, RuleCatalog catalog, Map<String, Verdict> former, Set<String> fired) {
        String name = row.get("Name");
        List<HumanDecision> human = human(row);
        Verdict known = former == null || !human.isEmpty() ? null : former.get(name);
        NameEvidence evidence = known == null
                ? catalog.parser().evidence(name)
                : known.found().get(0).reading().written();
        Verdict verdict = classifier.verdict(List.of(evidence), human, known);
        if (human.isEmpty()) {
            catalog.tried().put(name, verdict);
        }
        fired.addAll(verdict.fired());
        return result(row, verdict.decision());
    }

    private static RuleCase result(Row row, Decision decision) {
        IndustrialGroup expected = group(row);
        String expectedDetail = row.get("Expected Detail");
        String detail = decision.classification().detail();
        String failure = "";
        if (decision.group() != expected) {
            failure = "came out as " + decision.group().label() + " (" + decision.rationale() + ")";
        } else if (!expectedDetail.isEmpty() && !expectedDetail.equals(detail)) {
            failure = "came out with the detail \"" + detail + "\" by " + decision.ruleId();
        }
        return new RuleCase(
                row.file(),
                row.line(),
                row.get("Name"),
                expected.label(),
                expectedDetail,
                decision.group().label(),
                detail,
                decision.ruleId(),
                decision.rationale(),
                failure);
    }

    /** Two cases of one name that cannot both pass, and cases that stand twice. */
    static void repeated(LintedRules rules, Findings findings) {
        Map<List<String>, Row> seen = new HashMap<>();
        for (Row row : rules.cases()) {
            List<String> question = List.of(
                    row.get("Name").toUpperCase(Locale.ROOT),
                    row.get("Decision Kind").toUpperCase(Locale.ROOT),
                    row.get("Decision Group"),
                    row.get("Decision Status").toUpperCase(Locale.ROOT));
            Row former = seen.putIfAbsent(question, row);
            if (former != null) {
                compare(row, former, findings);
            }
        }
    }

    private static void compare(Row row, Row former, Findings findings) {
        String advice = "Delete one of the two.";
        String detail = row.get("Expected Detail");
        String other = former.get("Expected Detail");
        boolean sameGroup = group(row) == group(former);
        if (sameGroup && (detail.isEmpty() || other.isEmpty() || detail.equals(other))) {
            String problem = "the case stands in " + former.place() + " too";
            findings.warning(row, "duplicate-case", "Name", problem, advice);
            return;
        }
        String column = sameGroup ? "Expected Detail" : "Expected Group";
        String problem = "the case in %s expects another";
        findings.error(row, "contradicting-case", column, problem.formatted(former.place()), advice);
        findings.error(former, "contradicting-case", column, problem.formatted(row.place()), advice);
    }
}
