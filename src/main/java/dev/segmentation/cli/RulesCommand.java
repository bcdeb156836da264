package dev.segmentation.cli;

import dev.segmentation.rules.Finding;
import dev.segmentation.rules.RuleCheck;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segmenter rules}: what can be done with rule sets. */
@Command(
        name = "rules",
        subcommands = {RulesTestCommand.class, RulesPreviewCommand.class},
        description = "Works on the rule sets.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the rules: segmenter rules check, test or preview");
    }

    @Command(
            name = "check",
            description = "Checks that the rule sets compile, that ids and bands are right and that every case passes.",
            mixinStandardHelpOptions = true)
    int check(@Mixin CommonOptions options, @Mixin Console console) {
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        RuleCheck.Result result = new RuleCheck(options.rules(), options.cache()).run();
        if (console.json()) {
            out.println(Json.of(result));
        } else {
            result.findings()
                    .forEach(f -> out.println((f.level() == Finding.Level.ERROR ? "ERROR   " : "warning ") + f));
            out.println(
                    result.passed()
                            ? "All good: " + result.summary() + ", " + result.cases() + " cases passed."
                            : result.errors().size() + " errors, "
                                    + result.warnings().size() + " warnings.");
        }
        return result.passed() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
