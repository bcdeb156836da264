package dev.segmentation.cli;

import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.SuggestionReview;
import dev.segmentation.suggest.workflow.Suggestions;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code segmenter suggest reject RANK…}. */
@Command(name = "reject", description = "Keeps suggestions away until what speaks for them changes.")
final class SuggestRejectCommand extends SuggestAnswerTask {
    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why, for those who ask later.")
    private String reason;

    @Override
    protected int work() {
        if (words.isEmpty()) {
            throw wrong("Say which suggestions, for example: segmenter suggest reject 12 15");
        }
        Suggestions suggestions = Suggestions.read(options.settings(), kind, console::note);
        List<SuggestionPick> picks = picks(suggestions);
        checkThere(suggestions, picks);
        SuggestionReview review =
                new SuggestionReview(suggestions, options.settings(), Clock.systemDefaultZone(), console::note);
        SuggestionAnswers answers = review.reject(picks, reason, author(), dryRun);
        return ended(answers, "rejected", review.rejected());
    }
}
