package dev.segmentation.cli;

import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.Verification;
import dev.segmentation.explain.History;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.explain.MasterStory;
import dev.segmentation.table.TableException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter history [NAME]}. */
@Command(
        name = "history",
        description = "Shows who decided what and when, the newest last: the last 20 changes, or all about one master.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class HistoryCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final int ROWS = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "A master's name, any spelling of it, a customer key, a master id, or the id of a change (D000012).")
    private List<String> words = List.of();

    @Option(names = "--verify", description = "Look whether the journal is whole; exit code 1 if it is not.")
    private boolean verify;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        History history = new History(options.settings(), note -> console.note(err, "Note: " + note));
        if (verify) {
            return verify(out);
        }
        String name = String.join(" ", words).strip();
        if (name.isEmpty()) {
            print(out, history.last(SHOWN), "No decision was changed by this program yet.");
        } else if (name.matches("(?i)D\\d{6,9}(-\\d+)?")) {
            HistoryEntry entry = history.transaction(name)
                    .orElseThrow(() -> new TableException("The journal knows no change called (" + name
                            + "). `segmenter history` lists the last ones."));
            print(out, List.of(entry), "");
        } else {
            tell(out, history.about(name));
        }
        return ExitCode.DONE;
    }

    private int verify(PrintWriter out) {
        Verification found = new DecisionJournal(options.settings().input()).verify();
        if (console.json()) {
            out.println(Json.of(found));
        } else if (found.ok()) {
            out.println(DecisionJournal.FILE + " is whole: " + found.transactions() + " transactions in "
                    + found.lines() + " lines. Its last checksum is " + found.sum() + ".");
        } else {
            out.println(DecisionJournal.FILE + ":" + found.brokenLine() + ": " + found.problem() + ".");
        }
        return found.ok() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private void tell(PrintWriter out, MasterStory story) {
        if (console.json()) {
            out.println(Json.of(story));
            return;
        }
        out.println(story.master() + (story.masterId().isEmpty() ? "" : "  [" + story.masterId() + "]"));
        if (story.masterId().isEmpty()) {
            out.println("  in no run of this output folder; found by its name");
        }
        print(out, story.entries(), "Nothing is written down about it.");
    }

    private void print(PrintWriter out, List<HistoryEntry> entries, String ifEmpty) {
        if (console.json()) {
            out.println(Json.of(entries));
            return;
        }
        if (entries.isEmpty()) {
            out.println(ifEmpty);
        }
        int most = entries.size() == 1 ? Integer.MAX_VALUE : ROWS;
        entries.forEach(entry -> new ChangePrinter(out).print(entry, most));
    }
}
