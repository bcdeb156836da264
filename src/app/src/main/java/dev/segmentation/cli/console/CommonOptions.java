package dev.segmentation.cli.console;

import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.dedupe.linkage.DedupeSettings;
import dev.segmentation.history.Snapshots;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.workspace.RunSettings;
import dev.segmentation.workspace.Version;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that the commands over files share. The three folders can be set by environment variables as well. */
public final class CommonOptions {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_INPUT:-input}",
            description = "Folder of the customer list and the decisions of people (default: ${DEFAULT-VALUE}).")
    private Path input;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "The customer list (default: CustomerLastBillingDate.csv in --input).")
    private Path customers;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_OUTPUT:-output}",
            description = "Folder of the output tables; made if missing (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_RULES:-rules}",
            description = "Folder of the rule sets (default: ${DEFAULT-VALUE}).")
    private Path rules;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of the input files, such as windows-1252 (default: UTF-8; a byte-order mark wins).")
    private Charset encoding = StandardCharsets.UTF_8;

    @Option(
            names = "--csv-profile",
            paramLabel = "PROFILE",
            description = "plain for Power BI and programs, excel for opening in Excel (default: plain).")
    private CsvProfile profile = CsvProfile.PLAIN;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @ArgGroup(validate = false, heading = "What counts as one company (default: rules/dedupe/settings.csv):%n")
    private final Dedupe dedupe = new Dedupe();

    private static final class Dedupe {
        @Option(
                names = "--policy",
                paramLabel = "POLICY",
                description = "strict: a subsidiary is another company; family: it is rolled up.")
        private DedupeSettings.Policy policy;

        @Option(
                names = "--merge-threshold",
                paramLabel = "P",
                description = "Probability from which two names are merged, such as 0.75.")
        private Double merge;

        @Option(
                names = "--possible-threshold",
                paramLabel = "P",
                description = "Probability from which two names are listed in PossibleMerges.csv.")
        private Double possible;

        DedupeOptions options(CommandLine line) {
            try {
                return new DedupeOptions(
                        Optional.ofNullable(policy), Optional.ofNullable(merge), Optional.ofNullable(possible));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(line, e.getMessage() + ".", e);
            }
        }
    }

    /**
     * The settings of a run by these options.
     *
     * @throws CommandLine.ParameterException if an option has a value that makes no sense
     */
    public RunSettings settings() {
        return new RunSettings(
                input,
                customers == null ? input.resolve(RunSettings.CUSTOMER_FILE) : customers,
                output,
                rules,
                encoding,
                profile,
                threads,
                dedupe.options(mixee.commandLine()),
                cache(),
                Snapshots.KEPT);
    }

    /** Where compiled rules are kept. */
    public RulesCache cache() {
        return RulesCache.ofUser(Version.build());
    }

    /** The folder of the output tables. */
    public Path output() {
        return output;
    }

    /** The folder of the rule sets. */
    public Path rules() {
        return rules;
    }

    /** Refuses a number of threads that makes no sense. */
    public void checkThreads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new CommandLine.ParameterException(
                    mixee.commandLine(), "--threads must be 1 to " + MOST_THREADS + ", not " + threads);
        }
    }
}
