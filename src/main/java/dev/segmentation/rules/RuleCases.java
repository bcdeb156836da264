package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the cases that lie beside the rules: a name and the group that must come out, hits and near misses. A case
 * may bring a human decision along, to try the rules of governance.
 */
final class RuleCases {
    static final String NAME = "cases";
    static final TableSpec SPEC = TableSpec.of("Name", "Expected Group")
            .with("Expected Detail", "Decision Kind", "Decision Group", "Decision Status", "Note");

    private static final String CHECK = "case";

    private final RuleCatalog catalog;
    private final List<RowError> failures = new ArrayList<>();
    private final Set<String> fired = new HashSet<>();
    private int count;

    RuleCases(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** Runs every case under that folder. */
    void run(Path rules, RulesCache cache) throws IOException {
        RuleTables tables = new RuleTables(rules, cache, failures::add);
        try (Classifier classifier = catalog.newClassifier()) {
            for (String name : tables.everywhere(NAME)) {
                tables.read(name, SPEC, row -> check(row, classifier));
            }
        }
    }

    /** What is wrong with a case whatever the rules say. */
    static Optional<RowError> fault(Row row) {
        String advice = "See rules/README.md.";
        if (IndustrialGroup.parse(row.get("Expected Group")).isEmpty()) {
            return Optional.of(row.error("unknown-group", "Expected Group", "not a word of the locked lists", advice));
        }
        if (!row.get("Decision Kind").isEmpty() && human(row).isEmpty()) {
            return Optional.of(row.error("bad-decision", "Decision Kind", "not a word of the locked lists", advice));
        }
        return Optional.empty();
    }

    private void check(Row row, Classifier classifier) {
        count++;
        Optional<RowError> fault = fault(row);
        if (fault.isPresent()) {
            failures.add(fault.get());
            return;
        }
        IndustrialGroup expected =
                IndustrialGroup.parse(row.get("Expected Group")).orElseThrow();
        Decision decision = classifier.classify(
                List.of(catalog.parser().evidence(row.get("Name"))),
                human(row).map(List::of).orElse(List.of()));
        fired.addAll(classifier.fired());
        fired.add(decision.ruleId());
        String detail = row.get("Expected Detail");
        if (decision.group() != expected) {
            failures.add(row.error(
                    CHECK,
                    "Expected Group",
                    "\"" + row.get("Name") + "\" came out as "
                            + decision.group().label() + " (" + decision.rationale() + ")",
                    "Mend the rule or the case."));
        } else if (!detail.isEmpty() && !detail.equals(decision.classification().detail())) {
            failures.add(row.error(
                    CHECK,
                    "Expected Detail",
                    "\"" + row.get("Name") + "\" came out as \""
                            + decision.classification().detail() + "\" by " + decision.ruleId(),
                    "Mend the rule or the case."));
        }
    }

    private static Optional<HumanDecision> human(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Decision Group"));
        Optional<Status> status = Status.parse(row.get("Decision Status"));
        String kind = row.get("Decision Kind").toUpperCase(Locale.ROOT);
        if (group.isEmpty()
                || status.isEmpty()
                || !Set.of("MANUAL", "KEY", "BATCH").contains(kind)) {
            return Optional.empty();
        }
        Classification classification = new Classification(group.get(), "", "", SupportCategory.NONE);
        return Optional.of(new HumanDecision(
                HumanDecision.Kind.valueOf(kind), status.get(), classification, null, "the case's decision"));
    }

    List<RowError> failures() {
        return failures;
    }

    int count() {
        return count;
    }

    /** Ids of the rules that fired and of the rows that decided in some case. */
    Set<String> fired() {
        return fired;
    }
}
