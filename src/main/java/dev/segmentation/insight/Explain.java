package dev.segmentation.insight;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Decision;
import dev.segmentation.name.DisplayName;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.ParsedName;
import dev.segmentation.rules.Classifier;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.run.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Why a name has the master and the class it has: from the tables of the last run if the name is in them, else worked out
 * from the present rules.
 */
public final class Explain {
    private static final String CANONICAL = "Master Customer Name Canonical";
    private static final TableSpec LOG = TableSpec.of(
            "Master Customer Name",
            CANONICAL,
            "Original Name",
            "Type",
            "Customer Key",
            "Similarity",
            "Reason",
            "IsMerge",
            "Initial Clean Name",
            "MergeGroupSize");
    private static final TableSpec MASTERS = TableSpec.of(
            "Master Customer Name",
            CANONICAL,
            "Industrial Group",
            "Industry Detail",
            "NAICS",
            "Method",
            "Confidence",
            "Rationale",
            "Support Category",
            "Company Website",
            "Status",
            "Rule Id",
            "Master Id",
            "IsMerge",
            "MergeGroupSize");

    private static final TableSpec POSSIBLE =
            TableSpec.of("Master A", "Master B", "Score", "Why").with("Rank", "Keys A", "Keys B", "Judgement");

    private final RunSettings settings;
    private final RuleCatalog catalog;
    private KeptApart apart;

    /** Explains by the output folder and the decisions of these settings, and by these rules. */
    public Explain(RunSettings settings, RuleCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    /** Explains a master's name, any spelling of it, a customer key or a master id. Several masters may bear a spelling. */
    public List<Explanation> explain(String text) {
        apart = new KeptApart(settings, catalog);
        Set<String> canonicals = find(text);
        List<Explanation> answers = new ArrayList<>();
        if (!canonicals.isEmpty()) {
            read("MasterCustomerSegmentation.csv", MASTERS, row -> {
                if (canonicals.contains(row.get(CANONICAL))) {
                    answers.add(known(row));
                }
            });
        }
        return answers.isEmpty() ? List.of(workedOut(text)) : answers;
    }

    private Set<String> find(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        String key = catalog.parser().parse(text).key();
        Set<String> canonicals = new LinkedHashSet<>();
        read("CustomerDeduplicationLog.csv", LOG, row -> {
            apart.add(row.get("Customer Key"), row.get("Original Name"), row.get(CANONICAL));
            boolean same = row.get("Customer Key").equals(text.strip())
                    || row.get(CANONICAL).equals(wanted)
                    || row.get("Original Name").strip().equalsIgnoreCase(wanted)
                    || !key.isEmpty()
                            && catalog.parser()
                                    .parse(row.get("Original Name"))
                                    .key()
                                    .equals(key);
            if (same) {
                canonicals.add(row.get(CANONICAL));
            }
        });
        read("MasterCustomerSegmentation.csv", MASTERS, row -> {
            if (row.get("Master Id").equals(wanted) || row.get(CANONICAL).equals(wanted)) {
                canonicals.add(row.get(CANONICAL));
            }
        });
        return canonicals;
    }

    private Explanation known(Row row) {
        List<Explanation.Member> members = new ArrayList<>();
        read("CustomerDeduplicationLog.csv", LOG, member -> {
            if (member.get(CANONICAL).equals(row.get(CANONICAL))) {
                members.add(new Explanation.Member(
                        member.get("Customer Key"),
                        member.get("Original Name"),
                        member.get("Type"),
                        member.get("Similarity"),
                        member.get("Reason")));
            }
        });
        members.sort(Explanation.Member.WEAKEST_FIRST);
        return new Explanation(
                true,
                row.get("Master Customer Name"),
                row.get(CANONICAL),
                row.get("Master Id"),
                row.get("Industrial Group"),
                row.get("Industry Detail"),
                row.get("NAICS"),
                row.get("Method"),
                row.get("Confidence"),
                row.get("Rule Id"),
                row.get("Rationale"),
                members,
                apart.verdicts(members),
                near(row.get(CANONICAL)),
                apart.vetoed(members));
    }

    private List<Explanation.Near> near(String canonical) {
        List<Explanation.Near> near = new ArrayList<>();
        read("PossibleMerges.csv", POSSIBLE, row -> {
            boolean first = row.get("Master A").equals(canonical);
            if (first || row.get("Master B").equals(canonical)) {
                near.add(new Explanation.Near(
                        row.get(first ? "Master B" : "Master A"), row.get("Score"), row.get("Why")));
            }
        });
        return near;
    }

    private Explanation workedOut(String text) {
        NameEvidence evidence = catalog.parser().evidence(text);
        ParsedName name = evidence.name();
        try (Classifier classifier = catalog.newClassifier()) {
            Decision decision = classifier.classify(List.of(evidence), List.of());
            return new Explanation(
                    false,
                    new DisplayName(catalog.names()).of(name.canonical()),
                    name.canonical(),
                    "",
                    decision.group().label(),
                    decision.classification().detail(),
                    decision.classification().naics(),
                    decision.method().label(),
                    decision.confidence().label(),
                    decision.ruleId(),
                    decision.rationale(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private void read(String file, TableSpec spec, java.util.function.Consumer<Row> rows) {
        Path path = settings.output().resolve(file);
        if (Files.exists(path)) {
            TableReader.readOwn(path, spec, rows, error -> {}, note -> {});
        }
    }
}
