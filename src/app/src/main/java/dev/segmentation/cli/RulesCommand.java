package dev.segmentation.cli;

import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.run.BaseNames;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter rules}: what can be done with rule sets. */
@Command(
        name = "rules",
        subcommands = {RulesTestCommand.class, RulesPreviewCommand.class, RulesSuggestCommand.class},
        description = "Works on the rule sets.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the rules: segmenter rules check, test, preview or suggest");
    }

    /** What only {@code rules check} is asked. */
    static final class CheckOptions {
        @Option(
                names = "--base",
                paramLabel = "FILE",
                description = "Names that terms should be found in: the map of a run or a list of customers"
                        + " (default: CustomerMasterMap.csv in --output where it is; none: no base).")
        private String base;

        @Option(names = "--strict", description = "Warnings make the check fail too.")
        private boolean strict;

        @Option(names = "--verbose", description = "List every warning.")
        private boolean verbose;

        private List<String> names(Path output) {
            if ("none".equals(base)) {
                return List.of();
            }
            Optional<Path> file = base == null ? BaseNames.ofLastRun(output) : Optional.of(Path.of(base));
            return file.map(BaseNames::read).orElse(List.of());
        }
    }

    @Command(
            name = "check",
            description =
                    "Checks tables and rules: what cannot be read, what contradicts itself, which terms a base lacks,"
                            + " and whether every case passes.",
            mixinStandardHelpOptions = true)
    int check(@Mixin CommonOptions options, @Mixin Console console, @Mixin CheckOptions asked) {
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        RuleCheck.Result result = new RuleCheck(options.rules(), options.cache()).run(asked.names(options.output()));
        boolean good = result.passed() && !(asked.strict && !result.warnings().isEmpty());
        if (console.json()) {
            out.println(Json.of(json(result, good)));
        } else {
            new FindingsPrinter(out, asked.verbose).print(result);
        }
        return good ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private static Map<String, Object> json(RuleCheck.Result result, boolean good) {
        Map<String, Integer> checks = new TreeMap<>();
        result.findings().forEach(finding -> checks.merge(finding.check(), 1, Integer::sum));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passed", good);
        json.put("errors", result.errors().size());
        json.put("warnings", result.warnings().size());
        json.put("checks", checks);
        json.put("findings", result.findings());
        json.put("rules", result.rules());
        json.put("terms", result.terms());
        json.put("cases", result.cases());
        json.put("summary", result.summary());
        json.put("termsWithoutCase", result.idle().withoutCase().size());
        json.put("termsNotInBase", result.idle().notInBase());
        return json;
    }
}
