package dev.segmentation.cli;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.suggest.desk.SuggestionAnswers;
import dev.segmentation.suggest.desk.SuggestionKind;
import dev.segmentation.suggest.desk.SuggestionPick;
import dev.segmentation.suggest.desk.SuggestionReview;
import dev.segmentation.suggest.desk.Suggestions;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter suggest accept RANK…}. */
@Command(
        name = "accept",
        description = {
            "Makes suggestions decisions, with what speaks for them as the reason. What people decided before stays.",
            "All that was accepted on a day can be taken back together: segmenter undo Suggestions-2026-11-25."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class SuggestAcceptCommand implements Callable<Integer> {
    @Mixin
    private RankOptions ranks;

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
        Optional<IndustrialGroup> chosen = chosen();
        if (ranks.empty() == (least == null)) {
            throw wrong("Say which suggestions: ranks, or --min-confidence P, and not both.");
        }
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> notes = note -> console.note(err, "Note: " + note);
        Suggestions suggestions = Suggestions.read(options.settings(), ranks.kind(), notes);
        List<SuggestionPick> named = ranks.picks(suggestions);
        check(named, chosen);
        ranks.check(suggestions, named);
        List<SuggestionPick> picks = least == null ? named : likely(suggestions, notes);
        SuggestionReview review =
                new SuggestionReview(suggestions, options.settings(), Clock.systemDefaultZone(), notes);
        SuggestionAnswers answers =
                review.accept(picks, chosen, least != null, change.author(), change.dryRun());
        new AnswerPrinter(spec, console, change).print(answers, "accepted");
        review.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return answers.fine() && review.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private List<SuggestionPick> likely(Suggestions suggestions, Consumer<String> notes) {
        int claimed = suggestions.claimed(least);
        if (claimed > 0) {
            notes.accept(claimed + (claimed == 1 ? " suggestion is" : " suggestions are")
                    + " left out, for a language model alone says so and nobody has tried how often it is right. Look at them"
                    + " and name their ranks.");
        }
        return suggestions.from(least);
    }

    private void check(List<SuggestionPick> named, Optional<IndustrialGroup> chosen) {
        ranks.checkOnce(named);
        if (least != null && !(least > 0 && least <= 1)) {
            throw wrong("--min-confidence must be above 0 and at most 1, not " + least);
        }
        if (chosen.isPresent()
                && (least != null
                        || ranks.kind() != SuggestionKind.GROUP
                        || named.stream().anyMatch(pick -> pick.place() > 1))) {
            throw wrong("--group is your own choice for ranks of groups; it goes with nothing else that chooses.");
        }
    }

    private Optional<IndustrialGroup> chosen() {
        if (group == null) {
            return Optional.empty();
        }
        Optional<IndustrialGroup> known = IndustrialGroup.parse(group).filter(one -> one != IndustrialGroup.UNKNOWN);
        if (known.isEmpty()) {
            throw wrong("(" + group + ") is no group that can be decided. There are: "
                    + Arrays.stream(IndustrialGroup.values())
                            .filter(one -> one != IndustrialGroup.UNKNOWN)
                            .map(IndustrialGroup::label)
                            .collect(Collectors.joining("; ")));
        }
        return known;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
