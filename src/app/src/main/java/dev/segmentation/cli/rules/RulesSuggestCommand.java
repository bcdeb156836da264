package dev.segmentation.cli.rules;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.ReportFile;
import dev.segmentation.evaluate.mining.TermMining;
import dev.segmentation.evaluate.mining.TermSuggestion;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code segmenter rules suggest}. */
@Command(
        name = "suggest",
        description = {
            "Looks for words in the names of masters that people decided which tell their group, and writes each as a row for"
                    + " a table of terms. Every row was tried on all masters of the last run. Changes nothing.",
            ""
        },
        footer = {
            "",
            "Paste the rows that you like into the tables that they name, then: segmenter rules check; segmenter run"
        })
final class RulesSuggestCommand extends FolderTask {
    private static final int MOST = 1_000;
    private static final int NAMED = 5;
    private static final int WIDE = 40;
    private static final String COLUMNS =
            "Table,Industrial Group,Id,Term,Match,Method,Industry Detail,NAICS,Support Category,Support,Known,"
                    + "Precision,Lower Bound,Places,Learns,Moves,Mistakes,Conflicts,Row\n";

    @Option(
            names = "--min-support",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many companies people must have decided for the group (default: ${DEFAULT-VALUE}).")
    private int minSupport;

    @Option(
            names = "--min-precision",
            paramLabel = "P",
            defaultValue = "0.8",
            description =
                    "Share of all known companies with the words that must be of the group (default: ${DEFAULT-VALUE}).")
    private double minPrecision;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many rows at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write the rows as CSV, a file that ends in .csv.")
    private Path csv;

    @Override
    protected int work() {
        options.checkThreads();
        if (minSupport < 1 || limit < 1 || limit > MOST) {
            throw wrong("--min-support must be 1 or more, and --limit 1 to " + MOST);
        }
        if (!(minPrecision > 0 && minPrecision <= 1)) {
            throw wrong("--min-precision must be above 0 and at most 1, not " + minPrecision);
        }
        ReportFile file = csv == null ? null : ReportFile.of(line(), "--csv", csv, List.of(".csv"));
        RunSettings settings = options.settings();
        RuleCatalog rules = RuleCatalog.load(settings.rules(), settings.cache());
        MasterBase base = MasterBase.load(settings, rules.parser(), console::note);
        List<TermSuggestion> rows = new TermMining(
                        base, rules, settings.rules(), settings.threads(), console.progress())
                .suggest(minSupport, minPrecision, limit);
        console.print(rows, () -> text(rows));
        if (file != null) {
            file.write(rows.stream().map(one -> csvLine(one) + "\n").collect(Collectors.joining("", COLUMNS, "")));
        }
        return DONE;
    }

    /** The row with the table that it belongs into before it, and what it would do behind it. */
    private static String csvLine(TermSuggestion one) {
        return TableWriter.line(List.of(
                one.table(),
                one.group(),
                one.id(),
                one.term(),
                one.match(),
                one.method(),
                one.detail(),
                one.naics(),
                one.supportCategory(),
                Integer.toString(one.support()),
                Integer.toString(one.known()),
                String.format(Locale.ROOT, "%.3f", one.precision()),
                String.format(Locale.ROOT, "%.3f", one.lowerBound()),
                Integer.toString(one.places().count()),
                Integer.toString(one.learns().count()),
                Integer.toString(one.moves().count()),
                Integer.toString(one.mistakes().count()),
                Integer.toString(one.conflicts().count()),
                one.row()));
    }

    /** The numbers, the masters concerned, and at the end the rows to paste. */
    private void text(List<TermSuggestion> rows) {
        if (rows.isEmpty()) {
            console.say("No words tell more than the rules know. More decisions help; so may --min-support 1.");
            return;
        }
        rows.forEach(this::text);
        Map<String, List<TermSuggestion>> byTable = rows.stream()
                .collect(Collectors.groupingBy(TermSuggestion::table, LinkedHashMap::new, Collectors.toList()));
        byTable.forEach((table, lines) -> {
            console.say("For " + table + ":");
            lines.forEach(line -> console.say(Console.plain(line.row())));
            console.say("");
        });
        console.say(rows.size() + (rows.size() == 1 ? " row" : " rows")
                + ". Paste what you like into the tables, then: segmenter rules check; segmenter run");
    }

    private void text(TermSuggestion row) {
        console.say(Console.plain(row.term()) + "  (" + row.match() + ", " + row.method() + ")  ->  " + row.group()
                + (row.detail().isEmpty() ? "" : ", " + Console.plain(row.detail()))
                + (row.naics().isEmpty() ? "" : " " + row.naics()));
        console.line(
                "  decided so %d, right %d of %d known (%.0f %%, surely %.0f %%); now: %s",
                row.support(),
                row.right(),
                row.known(),
                100 * row.precision(),
                100 * row.lowerBound(),
                row.presentRules());
        masters("places", row.places());
        masters("learns", row.learns());
        masters("moves", row.moves());
        masters("GETS WRONG", row.mistakes());
        masters("CONFLICTS", row.conflicts());
        console.say("");
    }

    private void masters(String what, TermSuggestion.Some some) {
        if (some.count() > 0) {
            List<String> names = some.names().stream()
                    .limit(NAMED)
                    .map(name -> name.length() > WIDE ? name.substring(0, WIDE) + "…" : name)
                    .toList();
            console.say("  " + what + " " + some.count() + ": " + Console.plain(String.join(", ", names))
                    + (some.count() > names.size() ? ", …" : ""));
        }
    }
}
