package dev.segmentation.cli;

import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.SuggestionReview;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reject", description = "Keeps suggestions away until what speaks for them changes.")
final class SuggestRejectCommand extends SuggestAnswerTask {
    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why, for those who ask later.")
    private String reason;

    @Override
    protected void checkAsked() {
        if (words.isEmpty()) {
            throw wrong("Say which suggestions, for example: segmenter suggest reject 12 15");
        }
    }

    @Override
    protected SuggestionAnswers answer(SuggestionReview review, List<SuggestionPick> picks) {
        return review.reject(picks, reason, author(), dryRun);
    }
}
