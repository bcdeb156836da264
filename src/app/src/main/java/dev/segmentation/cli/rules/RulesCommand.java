package dev.segmentation.cli.rules;

import dev.segmentation.cli.console.CommandGroup;
import dev.segmentation.cli.console.CommonOptions;
import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.Json;
import dev.segmentation.cli.console.Task;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.run.BaseNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segmenter rules}: what can be done with rule sets. */
@Command(
        name = "rules",
        subcommands = {RulesTestCommand.class, RulesPreviewCommand.class, RulesSuggestCommand.class},
        description = "Works on the rule sets.")
public final class RulesCommand extends CommandGroup {
    private static final int SHOWN = 3;

    public RulesCommand() {
        super("Say what to do with the rules: segmenter rules check, test, preview or suggest");
    }

    @Command(
            name = "check",
            description =
                    "Checks tables and rules: what cannot be read, what contradicts itself, which terms a base lacks,"
                            + " and whether every case passes.",
            mixinStandardHelpOptions = true)
    int check(
            @Mixin CommonOptions options,
            @Mixin Console console,
            @Option(
                            names = "--base",
                            paramLabel = "FILE",
                            description = "Names that terms should be found in: the map of a run or a list of customers"
                                    + " (default: CustomerMasterMap.csv in --output where it is; none: no base).")
                    String base,
            @Option(names = "--strict", description = "Warnings make the check fail too.") boolean strict,
            @Option(names = "--verbose", description = "List every warning.") boolean verbose) {
        console.startLog();
        RuleCheck.Result result = new RuleCheck(options.rules(), options.cache()).run(names(base, options.output()));
        boolean good = result.passed() && !(strict && !result.warnings().isEmpty());
        if (!console.asJson(answer(result, good))) {
            text(console, result, verbose);
        }
        return good ? Task.DONE : Task.REJECTED;
    }

    private static List<String> names(String base, Path output) {
        if ("none".equals(base)) {
            return List.of();
        }
        Optional<Path> file = base == null ? BaseNames.ofLastRun(output) : Optional.of(Path.of(base));
        return file.map(BaseNames::read).orElse(List.of());
    }

    private static Map<String, Object> answer(RuleCheck.Result result, boolean good) {
        return Json.fields(
                "passed", good,
                "errors", result.errors().size(),
                "warnings", result.warnings().size(),
                "checks",
                        result.findings().stream()
                                .collect(Collectors.groupingBy(Finding::check, TreeMap::new, Collectors.counting())),
                "findings", result.findings(),
                "rules", result.rules(),
                "terms", result.terms(),
                "cases", result.cases(),
                "summary", result.summary(),
                "termsWithoutCase", result.idle().withoutCase().size(),
                "termsNotInBase", result.idle().notInBase());
    }

    /** Prints file by file, those with errors last, where people look. */
    private static void text(Console console, RuleCheck.Result result, boolean verbose) {
        Map<String, List<Finding>> byFile = result.findings().stream()
                .collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.toList()));
        for (boolean errors : new boolean[] {false, true}) {
            byFile.forEach((file, findings) -> {
                if (errors != of(Finding.Level.ERROR, findings).isEmpty()) {
                    file(console, file, findings, verbose);
                }
            });
        }
        String warnings = count(result.warnings(), "warning") + ".";
        console.say(
                result.passed()
                        ? "All good: " + result.summary() + ", " + result.cases() + " cases passed. " + warnings
                        : count(result.errors(), "error") + ", " + warnings);
        idle(console, result, verbose);
    }

    private static void idle(Console console, RuleCheck.Result result, boolean verbose) {
        RuleCheck.IdleTerms idle = result.idle();
        if (!idle.withoutCase().isEmpty()) {
            console.say(idle.withoutCase().size() + " of " + result.terms()
                    + " terms decide no case (segmenter rules test --untried lists them).");
        }
        if (!idle.notInBase().isEmpty()) {
            console.say(idle.notInBase().size() + " of " + result.terms() + " terms are found in none of the "
                    + idle.base() + " names of the base" + (verbose ? ":" : " (--verbose lists them)."));
            if (verbose) {
                idle.notInBase()
                        .forEach(term ->
                                console.say("  " + term.id() + "  " + term.text() + "  (" + term.place() + ")"));
            }
        }
    }

    /** Prints what was found in a file. Many warnings of one kind are counted, unless all are asked for. */
    private static void file(Console console, String file, List<Finding> findings, boolean verbose) {
        List<Finding> warnings = of(Finding.Level.WARNING, findings);
        console.say((file.isEmpty() ? "rules" : file) + "  (" + count(of(Finding.Level.ERROR, findings), "error") + ", "
                + count(warnings, "warning") + ")");
        Map<String, List<Finding>> many = new TreeMap<>();
        if (!verbose) {
            warnings.forEach(one -> many.computeIfAbsent(one.check(), check -> new ArrayList<>())
                    .add(one));
            many.values().removeIf(same -> same.size() <= SHOWN);
        }
        for (Finding finding : findings) {
            boolean error = finding.level() == Finding.Level.ERROR;
            if (error || !many.containsKey(finding.check())) {
                console.say((error ? "ERROR   " : "warning ") + finding + " [" + finding.check() + "]");
            }
        }
        for (List<Finding> same : many.values()) {
            String rows = same.stream()
                    .limit(SHOWN)
                    .map(f -> (f.sheet().isEmpty() ? "" : f.sheet() + " ") + f.row())
                    .collect(Collectors.joining(", "));
            Finding first = same.get(0);
            console.say("warning " + file + ": " + same.size() + " times: " + first.problem() + "; rows " + rows
                    + " … (--verbose lists them) [" + first.check() + "]");
        }
    }

    private static List<Finding> of(Finding.Level level, List<Finding> findings) {
        return findings.stream().filter(f -> f.level() == level).toList();
    }

    private static String count(List<Finding> findings, String what) {
        return findings.size() + " " + what + (findings.size() == 1 ? "" : "s");
    }
}
