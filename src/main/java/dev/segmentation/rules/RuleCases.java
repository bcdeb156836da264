package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs the {@code cases.csv} that lie beside the rules: a name and the group that must come out, hits and near misses. A case
 * may bring a human decision along, to try the rules of governance.
 */
final class RuleCases {
    private static final TableSpec SPEC = TableSpec.of("Name", "Expected Group")
            .with("Expected Detail", "Decision Kind", "Decision Group", "Decision Status", "Note");

    private final RuleCatalog catalog;
    private final List<RowError> failures = new ArrayList<>();
    private final Set<String> fired = new HashSet<>();
    private int count;

    RuleCases(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** Runs every case under that folder. */
    void run(Path rules) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(rules)) {
            files = tree.filter(f -> f.getFileName().toString().equals("cases.csv"))
                    .sorted()
                    .toList();
        }
        try (Classifier classifier = catalog.newClassifier()) {
            for (Path file : files) {
                String place = rules.relativize(file).toString().replace('\\', '/');
                TableReader.read(
                        file,
                        StandardCharsets.UTF_8,
                        SPEC,
                        row -> check(place, row, classifier),
                        error -> failures.add(at(place, error)),
                        note -> {});
            }
        }
    }

    private static RowError at(String place, RowError e) {
        return new RowError(place, e.line(), e.column(), e.value(), e.problem(), e.advice());
    }

    private void check(String place, Row row, Classifier classifier) {
        count++;
        Optional<IndustrialGroup> expected = IndustrialGroup.parse(row.get("Expected Group"));
        Optional<HumanDecision> human = human(row);
        if (expected.isEmpty() || human.isEmpty() && !row.get("Decision Kind").isEmpty()) {
            String column = expected.isEmpty() ? "Expected Group" : "Decision Kind";
            failures.add(at(place, row.error(column, "not a word of the locked lists", "See rules/README.md.")));
            return;
        }
        Decision decision = classifier.classify(
                List.of(catalog.parser().evidence(row.get("Name"))),
                human.map(List::of).orElse(List.of()));
        fired.addAll(classifier.fired());
        fired.add(decision.ruleId());
        String detail = row.get("Expected Detail");
        if (decision.group() != expected.get()) {
            failures.add(at(
                    place,
                    row.error(
                            "Expected Group",
                            "\"" + row.get("Name") + "\" came out as "
                                    + decision.group().label() + " (" + decision.rationale() + ")",
                            "Mend the rule or the case.")));
        } else if (!detail.isEmpty() && !detail.equals(decision.classification().detail())) {
            failures.add(at(
                    place,
                    row.error(
                            "Expected Detail",
                            "\"" + row.get("Name") + "\" came out as \""
                                    + decision.classification().detail() + "\" by " + decision.ruleId(),
                            "Mend the rule or the case.")));
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
