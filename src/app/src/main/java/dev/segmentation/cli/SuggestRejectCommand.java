package dev.segmentation.cli;

import dev.segmentation.suggest.desk.SuggestionAnswers;
import dev.segmentation.suggest.desk.SuggestionPick;
import dev.segmentation.suggest.desk.SuggestionReview;
import dev.segmentation.suggest.desk.Suggestions;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter suggest reject RANK…}. */
@Command(
        name = "reject",
        description = "Keeps suggestions away until what speaks for them changes.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class SuggestRejectCommand implements Callable<Integer> {
    @Mixin
    private RankOptions ranks;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why, for those who ask later.")
    private String reason;

    @Mixin
    private ChangeOptions change;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        if (ranks.empty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Say which suggestions, for example: segmenter suggest reject 12 15");
        }
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> notes = note -> console.note(err, "Note: " + note);
        Suggestions suggestions = Suggestions.read(options.settings(), ranks.kind(), notes);
        List<SuggestionPick> picks = ranks.picks(suggestions);
        ranks.check(suggestions, picks);
        SuggestionReview review =
                new SuggestionReview(suggestions, options.settings(), Clock.systemDefaultZone(), notes);
        SuggestionAnswers answers = review.reject(picks, reason, change.author(), change.dryRun());
        new AnswerPrinter(spec, console, change).print(answers, "rejected");
        review.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return answers.fine() && review.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
