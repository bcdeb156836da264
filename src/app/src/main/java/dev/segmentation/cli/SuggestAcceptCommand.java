package dev.segmentation.cli;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionKind;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.SuggestionReview;
import dev.segmentation.suggest.workflow.Suggestions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "accept",
        description = {
            "Makes suggestions decisions, with what speaks for them as the reason. What people decided before stays.",
            "All that was accepted on a day can be taken back together: segmenter undo Suggestions-2026-11-25."
        })
final class SuggestAcceptCommand extends SuggestAnswerTask {
    @Option(
            names = "--min-confidence",
            paramLabel = "P",
            description =
                    "Accept all suggestions of at least that probability, such as 0.9, instead of naming ranks; not those"
                            + " that a language model alone makes.")
    private Double least;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "The group that you chose yourself, for the ranks named.")
    private String group;

    private Optional<IndustrialGroup> chosen;

    @Override
    protected void checkAsked() {
        chosen = Optional.ofNullable(group)
                .flatMap(IndustrialGroup::parse)
                .filter(one -> one != IndustrialGroup.UNKNOWN);
        if (group != null && chosen.isEmpty()) {
            throw wrong("(" + group + ") is no group that can be decided. There are: "
                    + Arrays.stream(IndustrialGroup.values())
                            .filter(one -> one != IndustrialGroup.UNKNOWN)
                            .map(IndustrialGroup::label)
                            .collect(Collectors.joining("; ")));
        }
        if (words.isEmpty() == (least == null)) {
            throw wrong("Say which suggestions: ranks, or --min-confidence P, and not both.");
        }
    }

    @Override
    protected List<SuggestionPick> choose(Suggestions suggestions, List<SuggestionPick> named) {
        checkOnce(named);
        if (least != null && !(least > 0 && least <= 1)) {
            throw wrong("--min-confidence must be above 0 and at most 1, not " + least);
        }
        boolean other =
                least != null || kind != SuggestionKind.GROUP || named.stream().anyMatch(pick -> pick.place() > 1);
        if (chosen.isPresent() && other) {
            throw wrong("--group is your own choice for ranks of groups; it goes with nothing else that chooses.");
        }
        return least == null ? super.choose(suggestions, named) : likely(suggestions);
    }

    /** Refuses a rank that is named with two places: one master has one group. */
    private void checkOnce(List<SuggestionPick> picks) {
        Map<Integer, SuggestionPick> seen = new HashMap<>();
        for (SuggestionPick pick : picks) {
            SuggestionPick former = seen.put(pick.rank(), pick);
            if (former != null) {
                throw wrong("Rank " + pick.rank() + " is named twice, as " + former + " and as " + pick
                        + ". One master has one group.");
            }
        }
    }

    private List<SuggestionPick> likely(Suggestions suggestions) {
        int claimed = suggestions.likely(least, true).size();
        if (claimed > 0) {
            console.note(claimed + (claimed == 1 ? " suggestion is" : " suggestions are")
                    + " left out, for a language model alone says so and nobody has tried how often it is right. Look at them"
                    + " and name their ranks.");
        }
        return suggestions.likely(least, false);
    }

    @Override
    protected SuggestionAnswers answer(SuggestionReview review, List<SuggestionPick> picks) {
        return review.accept(picks, chosen, least != null, author(), dryRun);
    }
}
