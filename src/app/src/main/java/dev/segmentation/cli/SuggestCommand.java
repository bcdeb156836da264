package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.PlainText;
import dev.segmentation.suggest.workflow.GroupSuggestions;
import dev.segmentation.suggest.workflow.RemoteAccess;
import dev.segmentation.suggest.workflow.SuggestedGroup;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "suggest",
        description = {
            "Suggests industrial groups for the masters of the worklist, the most valuable first and each under its rank there,"
                    + " into AI_Assisted_Suggestions.csv. Learned on this machine from term tables, known organisations and decisions;"
                    + " nothing is decided.",
            "Where this machine is not sure, --online asks Wikidata, the search service and the language model that the"
                    + " operator set up. What they said is kept and counts later too.",
            "suggest accept and suggest reject say what comes of them."
        },
        subcommands = {SuggestAcceptCommand.class, SuggestRejectCommand.class})
final class SuggestCommand extends FolderTask {
    private static final int SHOWN = 20;
    private static final int BECAUSE = 110;
    private static final int MOST = 10_000_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many masters to look at (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--language-model",
            description =
                    "Ask the language model of SEGMENTER_LLM_URL, also without --online; --online asks it where one is set up.")
    private boolean languageModel;

    @Mixin
    private SuggesterOptions suggester;

    @Mixin
    private NetworkOptions network;

    @Override
    protected int work() {
        checkRange("--limit", limit, 1, MOST);
        RemoteAccess asked = mayBeAsked();
        GroupSuggestions suggestions =
                new GroupSuggestions(options.settings(), Clock.systemDefaultZone(), console.progress(), console::note);
        GroupSuggestions.Result result =
                suggestions.suggest(limit, suggester.more(), suggester.abstainBelow(this), asked);
        console.print(result, () -> text(result));
        return ended(suggestions.rejected());
    }

    private RemoteAccess mayBeAsked() {
        RemoteAccess access = network.access(this, network.online || languageModel);
        if (languageModel && this.<Cli>root().outside.model().isEmpty()) {
            throw wrong("--language-model needs SEGMENTER_LLM_URL and SEGMENTER_LLM_MODEL in the environment.");
        }
        return access;
    }

    private void text(GroupSuggestions.Result result) {
        List<SuggestedGroup> rows = result.suggestions();
        if (!rows.isEmpty()) {
            TextTable table = console.table(
                    "%5d  %-11s %,5d  %-40.40s %5s  %s",
                    "Rank", "Master Id", "Keys", "Master", "Sure", String.format("%-28s %s", "Group", "Because"));
            console.some(rows, SHOWN, row -> row(table, row), "  … and %d more");
        }
        long suggested = rows.stream().filter(row -> !row.groups().isEmpty()).count();
        console.line(
                "%d groups suggested for %d open masters, learned from %,d examples. Written: %s",
                suggested, rows.size(), result.examples(), result.file());
        if (suggested > 0) {
            console.say("Accept with: segmenter suggest accept RANK…   or reject: segmenter suggest reject RANK…");
        }
    }

    private static void row(TextTable table, SuggestedGroup row) {
        String sure = "";
        String because = "(" + row.notes() + ")";
        if (!row.groups().isEmpty()) {
            GroupSuggestion first = row.groups().get(0);
            sure = String.format(Locale.ROOT, "%.0f%%", 100 * first.probability());
            because = String.format(
                    "%-28s %s", first.classification().group().label(), PlainText.line(first.reason(), BECAUSE));
        }
        table.row(
                row.rank(),
                row.master().id(),
                row.master().keys(),
                Console.plain(row.master().name()),
                sure,
                Console.plain(because));
    }
}
