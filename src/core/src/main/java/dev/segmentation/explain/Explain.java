package dev.segmentation.explain;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import dev.segmentation.run.MasterBase;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Why a name has the master and the class it has: from the tables of the last run if the name is in them, else worked out
 * from the present rules.
 */
public final class Explain {
    private static final TableSpec MASTERS = TableSpec.of(
            "Master Customer Name",
            RunLog.CANONICAL,
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

    private final RunSettings settings;
    private final RuleCatalog catalog;
    private final MasterBase base;

    /** Explains by the output folder and the decisions of these settings, and by these rules. */
    public Explain(RunSettings settings, RuleCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        this.base = MasterMap.exists(settings) ? MasterBase.load(settings, catalog.parser(), note -> {}) : null;
    }

    /** Explains a master's name, any spelling of it, a customer key or a master id. Several masters may have customers of one spelling. */
    public List<Explanation> explain(String text) {
        RunLog log = RunLog.read(settings.output());
        MasterReasons reasons = new MasterReasons(settings, catalog, log, base);
        Set<String> canonicals = find(text, log);
        Map<String, Row> classified = new HashMap<>();
        RunLog.read(settings.output().resolve("MasterCustomerSegmentation.csv"), MASTERS, row -> {
            String canonical = row.get(RunLog.CANONICAL);
            boolean wanted = row.get("Master Id").equals(upper(text)) || canonical.equals(upper(text));
            if (wanted && (log.empty() || log.has(canonical))) {
                canonicals.add(canonical);
            }
            if (canonicals.contains(canonical)) {
                classified.put(canonical, row);
            }
        });
        List<Explanation> answers = new ArrayList<>();
        for (String canonical : canonicals) {
            Row row = classified.get(canonical);
            answers.add(
                    row == null
                            ? unclassified(canonical, log.shown(canonical), reasons)
                            : known(row, reasons.of(canonical)));
        }
        return answers.isEmpty() ? List.of(workedOut(text, reasons)) : answers;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private Set<String> find(String text, RunLog log) {
        String wanted = upper(text);
        String key = catalog.parser().parse(text).key();
        Set<String> canonicals = new LinkedHashSet<>();
        log.each((canonical, member) -> {
            boolean same = member.key().equals(text.strip())
                    || canonical.equals(wanted)
                    || member.name().strip().equalsIgnoreCase(wanted)
                    || !key.isEmpty()
                            && catalog.parser().parse(member.name()).key().equals(key);
            if (same) {
                canonicals.add(canonical);
            }
        });
        return canonicals;
    }

    private Explanation known(Row row, Explanation.Reasons reasons) {
        boolean changed = !row.get("MergeGroupSize")
                .equals(Integer.toString(reasons.members().size()));
        return new Explanation(
                true,
                row.get("Master Customer Name"),
                row.get(RunLog.CANONICAL),
                row.get("Master Id"),
                row.get("Industrial Group"),
                row.get("Industry Detail"),
                row.get("NAICS"),
                row.get("Method"),
                row.get("Confidence"),
                row.get("Rule Id"),
                row.get("Rationale")
                        + (changed ? " (Decided before its customers changed; run `segmenter classify`.)" : ""),
                reasons);
    }

    /** A master that was found by `dedupe` and has no class yet. */
    private static Explanation unclassified(String canonical, String shown, MasterReasons reasons) {
        Explanation.Reasons own = reasons.of(canonical);
        Trace how = reasons.trace(reasons.evidence(own.members()));
        return byRules(
                true,
                shown,
                canonical,
                " (Not classified yet; by the present rules. Run `segmenter classify`.)",
                new Explanation.Reasons(own.members(), own.verdicts(), own.near(), own.vetoed(), how));
    }

    private Explanation workedOut(String text, MasterReasons reasons) {
        NameEvidence evidence = catalog.parser().evidence(text);
        String canonical = evidence.name().canonical();
        Trace how = reasons.trace(List.of(evidence));
        return byRules(
                false,
                catalog.names().display().of(canonical),
                canonical,
                "",
                new Explanation.Reasons(List.of(), List.of(), List.of(), List.of(), how));
    }

    private static Explanation byRules(
            boolean known, String shown, String canonical, String remark, Explanation.Reasons reasons) {
        Decision decision = reasons.how().decision();
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
                decision.rationale() + remark,
                reasons);
    }
}
