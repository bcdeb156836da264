package dev.segmentation.insight;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Decision;
import dev.segmentation.name.DisplayName;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Classifier;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.rules.Trace;
import dev.segmentation.run.MasterBase;
import dev.segmentation.run.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    private final MasterBase base;

    /** Explains by the output folder and the decisions of these settings, and by these rules. */
    public Explain(RunSettings settings, RuleCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        this.base = MasterBase.exists(settings) ? MasterBase.load(settings, catalog.parser(), note -> {}) : null;
    }

    /** Explains a master's name, any spelling of it, a customer key or a master id. Several masters may bear a spelling. */
    public List<Explanation> explain(String text) {
        KeptApart apart = new KeptApart(settings, catalog);
        Map<String, List<Explanation.Member>> members = new HashMap<>();
        Map<String, String> shown = new HashMap<>();
        Set<String> canonicals = find(text, apart, members, shown);
        Map<String, Row> classified = new HashMap<>();
        read("MasterCustomerSegmentation.csv", MASTERS, row -> {
            boolean wanted = row.get("Master Id").equals(upper(text))
                    || row.get(CANONICAL).equals(upper(text));
            if (wanted && (members.isEmpty() || members.containsKey(row.get(CANONICAL)))) {
                canonicals.add(row.get(CANONICAL));
            }
            if (canonicals.contains(row.get(CANONICAL))) {
                classified.put(row.get(CANONICAL), row);
            }
        });
        List<Explanation> answers = new ArrayList<>();
        for (String canonical : canonicals) {
            List<Explanation.Member> own = members.getOrDefault(canonical, new ArrayList<>());
            own.sort(Explanation.Member.WEAKEST_FIRST);
            Row row = classified.get(canonical);
            answers.add(
                    row == null ? unclassified(canonical, shown.get(canonical), own, apart) : known(row, own, apart));
        }
        return answers.isEmpty() ? List.of(workedOut(text)) : answers;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Reads the log of the last run: the masters that are meant, and the members of all. */
    private Set<String> find(
            String text, KeptApart apart, Map<String, List<Explanation.Member>> members, Map<String, String> shown) {
        String wanted = upper(text);
        String key = catalog.parser().parse(text).key();
        Set<String> canonicals = new LinkedHashSet<>();
        read("CustomerDeduplicationLog.csv", LOG, row -> {
            String canonical = row.get(CANONICAL);
            String name = row.get("Original Name");
            apart.add(row.get("Customer Key"), name, canonical);
            shown.put(canonical, row.get("Master Customer Name"));
            members.computeIfAbsent(canonical, c -> new ArrayList<>(1))
                    .add(new Explanation.Member(
                            row.get("Customer Key"), name, row.get("Type"), row.get("Similarity"), row.get("Reason")));
            boolean same = row.get("Customer Key").equals(text.strip())
                    || canonical.equals(wanted)
                    || name.strip().equalsIgnoreCase(wanted)
                    || !key.isEmpty() && catalog.parser().parse(name).key().equals(key);
            if (same) {
                canonicals.add(canonical);
            }
        });
        return canonicals;
    }

    private Explanation known(Row row, List<Explanation.Member> members, KeptApart apart) {
        boolean changed = !row.get("MergeGroupSize").equals(Integer.toString(members.size()));
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
                row.get("Rationale")
                        + (changed ? " (Decided before its customers changed; run `segmenter classify`.)" : ""),
                members,
                apart.verdicts(members),
                near(row.get(CANONICAL)),
                apart.vetoed(members),
                how(row.get(CANONICAL), members));
    }

    /** By the names that count as evidence and the decisions of people if the map of the last run has the master. */
    private Trace how(String canonical, List<Explanation.Member> members) {
        Optional<Trace> known = base == null ? Optional.empty() : base.trace(canonical, catalog);
        return known.orElseGet(() -> trace(evidence(members)));
    }

    private Trace trace(List<NameEvidence> names) {
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier.trace(names, List.of());
        }
    }

    private List<NameEvidence> evidence(List<Explanation.Member> members) {
        return members.stream()
                .map(Explanation.Member::name)
                .distinct()
                .map(catalog.parser()::evidence)
                .toList();
    }

    /** A master that was found by `dedupe` and has no class yet. */
    private Explanation unclassified(
            String canonical, String shown, List<Explanation.Member> members, KeptApart apart) {
        Explanation by = workedOut(true, shown, canonical, evidence(members));
        return new Explanation(
                true,
                shown,
                canonical,
                "",
                by.group(),
                by.detail(),
                by.naics(),
                by.method(),
                by.confidence(),
                by.ruleId(),
                by.rationale() + " (Not classified yet; by the present rules. Run `segmenter classify`.)",
                members,
                apart.verdicts(members),
                near(canonical),
                apart.vetoed(members),
                by.how());
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
        String canonical = evidence.name().canonical();
        return workedOut(false, new DisplayName(catalog.names()).of(canonical), canonical, List.of(evidence));
    }

    private Explanation workedOut(boolean known, String shown, String canonical, List<NameEvidence> names) {
        Trace how = trace(names);
        Decision decision = how.decision();
        return new Explanation(
                known,
                shown,
                canonical,
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
                List.of(),
                how);
    }

    private void read(String file, TableSpec spec, Consumer<Row> rows) {
        Path path = settings.output().resolve(file);
        if (Files.exists(path)) {
            TableReader.readOwn(path, spec, rows, error -> {}, note -> {});
        }
    }
}
