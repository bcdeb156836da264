package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.cli.console.Console;
import dev.segmentation.suggest.workflow.SuggestionAnswer;
import dev.segmentation.suggest.workflow.SuggestionAnswer.Outcome;
import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionKind;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.Suggestions;
import dev.segmentation.table.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What accepting and rejecting suggestions have in common: which ones are meant, and a report of what became of them. */
abstract class SuggestAnswerTask extends ChangeTask {
    private static final int MOST = 10_000;
    private static final Pattern MASTER_ID = Pattern.compile("(M[A-Z2-7]{10})(?::([1-3]))?");
    private static final Pattern RANK = Pattern.compile("([1-9]\\d{0,8})(?::([1-3]))?");
    private static final Pattern RANKS = Pattern.compile("([1-9]\\d{0,8})-([1-9]\\d{0,8})");

    @Parameters(
            arity = "0..*",
            paramLabel = "RANK",
            description = {
                "Ranks, for groups those of the worklist: 12, 3-7, or 12:2 for the second group of rank 12.",
                "They stay until the next run; a Master Id in their place never means another master."
            })
    protected List<String> words = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "group for AI_Assisted_Suggestions.csv (default), website for MasterWebsiteSuggestions.csv.")
    protected SuggestionKind kind = SuggestionKind.GROUP;

    /** What is named, each once; refuses what is no rank, and a master that the file does not have. */
    protected final List<SuggestionPick> picks(Suggestions suggestions) {
        return words.stream()
                .flatMap(word -> picks(word, suggestions).stream())
                .distinct()
                .toList();
    }

    /** Refuses all picks if one is not in the file. */
    protected final void checkThere(Suggestions suggestions, List<SuggestionPick> picks) {
        for (SuggestionPick pick : picks) {
            suggestions.fault(pick).ifPresent(fault -> {
                throw wrong(fault + ". Nothing was done.");
            });
        }
    }

    private List<SuggestionPick> picks(String word, Suggestions suggestions) {
        Matcher id = MASTER_ID.matcher(word);
        if (id.matches()) {
            int rank = suggestions
                    .rank(id.group(1))
                    .orElseThrow(() -> wrong("The file of suggestions has no master " + id.group(1)
                            + ". Maybe it is decided. Nothing was done."));
            return List.of(new SuggestionPick(rank, place(id)));
        }
        List<SuggestionPick> picks = ranks(word);
        for (SuggestionPick pick : picks) {
            suggestions.moved(pick).ifPresent(moved -> {
                throw wrong(moved + ". Nothing was done.");
            });
        }
        return picks;
    }

    private static int place(Matcher named) {
        return named.group(2) == null ? 1 : Integer.parseInt(named.group(2));
    }

    private List<SuggestionPick> ranks(String word) {
        Matcher rank = RANK.matcher(word);
        if (rank.matches()) {
            return List.of(new SuggestionPick(Integer.parseInt(rank.group(1)), place(rank)));
        }
        List<SuggestionPick> picks = new ArrayList<>();
        Matcher ends = RANKS.matcher(word);
        if (ends.matches()) {
            int last = Integer.parseInt(ends.group(2));
            for (int one = Integer.parseInt(ends.group(1)); one <= last && picks.size() <= MOST; one++) {
                picks.add(new SuggestionPick(one, 1));
            }
        }
        if (picks.isEmpty() || picks.size() > MOST) {
            throw wrong("(" + word
                    + ") is no rank. Write 12, 3-7, or 12:2 for the second group of rank 12; or a Master Id.");
        }
        return picks;
    }

    /**
     * Reports what became of the picks; those that did not come out as wanted stand on standard error in any case.
     *
     * @param verb what was asked for, {@code accepted} or {@code rejected}
     */
    protected final int ended(SuggestionAnswers answers, String verb, List<RowError> rejected) {
        if (!console.asJson(answers)) {
            for (SuggestionAnswer answer : answers.answers()) {
                if (!answer.outcome().fine()) {
                    console.err().println(line(answer));
                } else if (!console.quiet()) {
                    console.say(line(answer));
                }
            }
            if (!console.quiet()) {
                console.say(summary(answers, verb));
            }
        }
        int code = ended(rejected);
        return answers.fine() ? code : REJECTED;
    }

    private static String line(SuggestionAnswer answer) {
        String chance = answer.probability() > 0 ? String.format(Locale.ROOT, " (%.2f)", answer.probability()) : "";
        String sentence =
                switch (answer.outcome()) {
                    case ACCEPTED -> answer.told() + chance;
                    case REJECTED -> "rejected: " + answer.suggested() + chance + ", " + answer.told();
                    default -> answer.told();
                };
        return Console.plain(String.format(Locale.ROOT, "%6s  %-40s  %s", answer.rank(), answer.master(), sentence));
    }

    private String summary(SuggestionAnswers answers, String verb) {
        int accepted = answers.count(Outcome.ACCEPTED);
        int done = accepted + answers.count(Outcome.REJECTED);
        int left = answers.answers().size() - done;
        return done
                + (done == 1 ? " suggestion " : " suggestions ")
                + (dryRun ? "would be " : "")
                + verb
                + (left > 0 ? ", " + left + " left as they are" : "")
                + behind(answers.transaction())
                + (answers.transaction().isEmpty() || accepted == 0 ? "" : ". Then: segmenter run");
    }
}
