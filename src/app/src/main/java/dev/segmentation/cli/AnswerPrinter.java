package dev.segmentation.cli;

import dev.segmentation.suggest.desk.SuggestionAnswer;
import dev.segmentation.suggest.desk.SuggestionAnswer.Outcome;
import dev.segmentation.suggest.desk.SuggestionAnswers;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what became of suggestions; what did not come out as it was wanted is told in any case. */
final class AnswerPrinter {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Console console;
    private final ChangeOptions change;

    AnswerPrinter(CommandSpec spec, Console console, ChangeOptions change) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.console = console;
        this.change = change;
    }

    /** @param verb what was asked for, {@code accepted} or {@code rejected} */
    void print(SuggestionAnswers answers, String verb) {
        if (console.json()) {
            out.println(Json.of(answers));
            return;
        }
        for (SuggestionAnswer answer : answers.answers()) {
            if (!answer.outcome().fine()) {
                err.println(line(answer));
            } else if (!console.quiet()) {
                out.println(line(answer));
            }
        }
        if (!console.quiet()) {
            out.println(summary(answers, verb));
        }
    }

    private static String line(SuggestionAnswer answer) {
        return Console.plain(
                String.format(Locale.ROOT, "%6s  %-40s  %s", answer.rank(), answer.master(), sentence(answer)));
    }

    private static String sentence(SuggestionAnswer answer) {
        String chance = answer.probability() > 0 ? String.format(Locale.ROOT, " (%.2f)", answer.probability()) : "";
        return switch (answer.outcome()) {
            case ACCEPTED -> answer.told() + chance;
            case REJECTED -> "rejected: " + answer.suggested() + chance + ", " + answer.told();
            default -> answer.told();
        };
    }

    private String summary(SuggestionAnswers answers, String verb) {
        int done = answers.count(Outcome.ACCEPTED) + answers.count(Outcome.REJECTED);
        int left = answers.answers().size() - done;
        return done
                + (done == 1 ? " suggestion " : " suggestions ")
                + (change.dryRun() ? "would be " : "")
                + verb
                + (left > 0 ? ", " + left + " left as they are" : "")
                + change.behind(answers.transaction())
                + (answers.transaction().isEmpty() || answers.count(Outcome.ACCEPTED) == 0
                        ? ""
                        : ". Then: segmenter run");
    }
}
