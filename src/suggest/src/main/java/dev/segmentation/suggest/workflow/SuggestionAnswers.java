package dev.segmentation.suggest.workflow;

import java.util.List;

/**
 * What became of suggestions that were accepted or rejected together.
 *
 * @param transaction id of the change in the journal, blank if nothing changed
 */
public record SuggestionAnswers(List<SuggestionAnswer> answers, String transaction) {
    public SuggestionAnswers {
        answers = List.copyOf(answers);
    }

    /** Whether all is as the person wanted it. */
    public boolean fine() {
        return answers.stream().allMatch(answer -> answer.outcome().fine());
    }

    /** How many came out so. */
    public int count(SuggestionAnswer.Outcome outcome) {
        return (int)
                answers.stream().filter(answer -> answer.outcome() == outcome).count();
    }
}
