package dev.segmentation.cli;

import dev.segmentation.suggest.desk.SuggestionKind;
import dev.segmentation.suggest.desk.SuggestionPick;
import dev.segmentation.suggest.desk.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which suggestions are meant. */
final class RankOptions {
    private static final int MOST = 10_000;
    private static final Pattern MASTER_ID = Pattern.compile("(M[A-Z2-7]{10})(?::([1-3]))?");

    @Parameters(
            arity = "0..*",
            paramLabel = "RANK",
            description = {
                "Ranks, for groups those of the worklist: 12, 3-7, or 12:2 for the second group of rank 12.",
                "They stay until the next run; a Master Id in their place never means another master."
            })
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "group for AI_Assisted_Suggestions.csv (default), website for MasterWebsiteSuggestions.csv.")
    private SuggestionKind kind = SuggestionKind.GROUP;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    SuggestionKind kind() {
        return kind;
    }

    boolean empty() {
        return words.isEmpty();
    }

    /**
     * What is named, each once.
     *
     * @throws CommandLine.ParameterException if something is no rank, or a master that the file does not have
     */
    List<SuggestionPick> picks(Suggestions suggestions) {
        return words.stream()
                .flatMap(word -> picks(word, suggestions).stream())
                .distinct()
                .toList();
    }

    /** Refuses a rank that is named with two places: one master has one group. */
    void checkOnce(List<SuggestionPick> picks) {
        Map<Integer, SuggestionPick> seen = new HashMap<>();
        for (SuggestionPick pick : picks) {
            SuggestionPick former = seen.put(pick.rank(), pick);
            if (former != null) {
                throw wrong("Rank " + pick.rank() + " is named twice, as " + former + " and as " + pick
                        + ". One master has one group.");
            }
        }
    }

    private List<SuggestionPick> picks(String word, Suggestions suggestions) {
        Matcher id = MASTER_ID.matcher(word);
        if (id.matches()) {
            int place = id.group(2) == null ? 1 : Integer.parseInt(id.group(2));
            int rank = suggestions
                    .rank(id.group(1))
                    .orElseThrow(() -> wrong("The file of suggestions has no master " + id.group(1)
                            + ". Maybe it is decided. Nothing was done."));
            return List.of(new SuggestionPick(rank, place));
        }
        List<SuggestionPick> picks = ranks(word);
        for (SuggestionPick pick : picks) {
            suggestions.moved(pick).ifPresent(moved -> {
                throw wrong(moved + ". Nothing was done.");
            });
        }
        return picks;
    }

    private List<SuggestionPick> ranks(String word) {
        if (word.matches("[1-9]\\d{0,8}")) {
            return List.of(new SuggestionPick(Integer.parseInt(word), 1));
        }
        if (word.matches("[1-9]\\d{0,8}:[1-3]")) {
            String[] parts = word.split(":");
            return List.of(new SuggestionPick(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        }
        List<SuggestionPick> picks = new ArrayList<>();
        if (word.matches("[1-9]\\d{0,8}-[1-9]\\d{0,8}")) {
            String[] ends = word.split("-");
            int last = Integer.parseInt(ends[1]);
            for (int rank = Integer.parseInt(ends[0]); rank <= last && picks.size() <= MOST; rank++) {
                picks.add(new SuggestionPick(rank, 1));
            }
        }
        if (picks.isEmpty() || picks.size() > MOST) {
            throw wrong("(" + word
                    + ") is no rank. Write 12, 3-7, or 12:2 for the second group of rank 12; or a Master Id.");
        }
        return picks;
    }

    /** Refuses all of them if one is not in the file. */
    void check(Suggestions suggestions, List<SuggestionPick> picks) {
        for (SuggestionPick pick : picks) {
            suggestions.fault(pick).ifPresent(fault -> {
                throw wrong(fault + ". Nothing was done.");
            });
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(mixee.commandLine(), message);
    }
}
