package dev.segmentation.cli;

import dev.segmentation.evaluate.mining.TermMining;
import dev.segmentation.evaluate.mining.TermSuggestion;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class RulesSuggestCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

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

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        options.checkThreads(spec.commandLine());
        check();
        Optional<ReportFile> file =
                Optional.ofNullable(csv).map(path -> ReportFile.of(spec.commandLine(), "--csv", path, List.of(".csv")));
        RunSettings settings = options.settings();
        RuleCatalog rules = RuleCatalog.load(settings.rules(), settings.cache());
        PrintWriter err = spec.commandLine().getErr();
        MasterBase base = MasterBase.load(settings, rules.parser(), note -> console.note(err, "Note: " + note));
        List<TermSuggestion> rows = new TermMining(
                        base, rules, settings.rules(), settings.threads(), console.progress())
                .suggest(new TermMining.Options(minSupport, minPrecision, limit));
        PrintWriter out = spec.commandLine().getOut();
        if (console.json()) {
            out.println(Json.of(rows));
        } else if (!console.quiet()) {
            TermSuggestionPrinter.print(out, rows);
        }
        file.ifPresent(report -> report.write(table(rows)));
        return ExitCode.DONE;
    }

    private void check() {
        if (minSupport < 1 || limit < 1 || limit > MOST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--min-support must be 1 or more, and --limit 1 to " + MOST);
        }
        if (!(minPrecision > 0 && minPrecision <= 1)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--min-precision must be above 0 and at most 1, not " + minPrecision);
        }
    }

    /** The rows with the table that each belongs into before them, and what they would do behind them. */
    private static String table(List<TermSuggestion> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("Table,Industrial Group,Id,Term,Match,Method,Industry Detail,NAICS,Support Category,Support,Known,"
                + "Precision,Lower Bound,Places,Learns,Moves,Mistakes,Conflicts,Row");
        for (TermSuggestion one : rows) {
            lines.add(TableWriter.line(List.of(
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
                    one.row())));
        }
        return String.join("\n", lines) + "\n";
    }
}
