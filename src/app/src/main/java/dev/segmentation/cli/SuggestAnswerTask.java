package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.cli.console.Console;
import dev.segmentation.suggest.workflow.OpenSuggestion;
import dev.segmentation.suggest.workflow.SuggestionAnswer;
import dev.segmentation.suggest.workflow.SuggestionAnswer.Outcome;
import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionKind;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.SuggestionReview;
import dev.segmentation.suggest.workflow.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    @Override
    protected final int work() {
        checkAsked();
        Suggestions suggestions = Suggestions.read(options.settings(), kind, console::note);
        List<SuggestionPick> named = words.stream()
                .flatMap(word -> picks(word, suggestions).stream())
                .distinct()
                .toList();
        List<SuggestionPick> picks = choose(suggestions, named);
        SuggestionReview review = new SuggestionReview(suggestions, options.settings(), store(), console::note);
        SuggestionAnswers answers = answer(review, picks);
        if (!console.asJson(answers)) {
            text(answers);
        }
        int code = ended(review.rejected());
        return answers.fine() ? code : REJECTED;
    }

    /** Refuses options that make no sense. */
    protected abstract void checkAsked();

    /** Accepts or rejects them. */
    protected abstract SuggestionAnswers answer(SuggestionReview review, List<SuggestionPick> picks);

    /** Which suggestions are meant; refuses all that are named if one is not in the file. */
    protected List<SuggestionPick> choose(Suggestions suggestions, List<SuggestionPick> named) {
        for (SuggestionPick pick : named) {
            suggestions.fault(pick).ifPresent(this::refuse);
        }
        return named;
    }

    private void refuse(String fault) {
        throw wrong(fault + ". Nothing was done.");
    }

    private List<SuggestionPick> picks(String word, Suggestions suggestions) {
        Matcher id = MASTER_ID.matcher(word);
        if (id.matches()) {
            int rank = suggestions
                    .ofMaster(id.group(1))
                    .map(OpenSuggestion::rank)
                    .orElseThrow(() -> wrong("The file of suggestions has no master " + id.group(1)
                            + ". Maybe it is decided. Nothing was done."));
            return List.of(new SuggestionPick(rank, place(id)));
        }
        List<SuggestionPick> picks = ranks(word);
        for (SuggestionPick pick : picks) {
            suggestions.moved(pick).ifPresent(this::refuse);
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
        List<SuggestionPick> picks = List.of();
        Matcher ends = RANKS.matcher(word);
        if (ends.matches()) {
            picks = IntStream.rangeClosed(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)))
                    .limit(MOST + 1)
                    .mapToObj(one -> new SuggestionPick(one, 1))
                    .toList();
        }
        if (picks.isEmpty() || picks.size() > MOST) {
            throw wrong("(" + word
                    + ") is no rank. Write 12, 3-7, or 12:2 for the second group of rank 12; or a Master Id.");
        }
        return picks;
    }

    /** What became of the picks; those that did not come out as wanted stand on standard error in any case. */
    private void text(SuggestionAnswers answers) {
        for (SuggestionAnswer answer : answers.answers()) {
            if (!answer.outcome().fine()) {
                console.err().println(line(answer));
            } else if (!console.quiet()) {
                console.say(line(answer));
            }
        }
        if (!console.quiet()) {
            console.say(summary(answers));
        }
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

    private String summary(SuggestionAnswers answers) {
        int accepted = answers.count(Outcome.ACCEPTED);
        int done = accepted + answers.count(Outcome.REJECTED);
        int left = answers.answers().size() - done;
        return done
                + (done == 1 ? " suggestion " : " suggestions ")
                + (dryRun ? "would be " : "")
                + (spec.name() + "ed")
                + (left > 0 ? ", " + left + " left as they are" : "")
                + behind(answers.transaction())
                + (answers.transaction().isEmpty() || accepted == 0 ? "" : ". Then: segmenter run");
    }
}
