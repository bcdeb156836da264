package dev.segmentation.cli;

import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.StoreOptions;
import dev.segmentation.workspace.RunSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter undo ID}. */
@Command(
        name = "undo",
        description = "Takes back changes of decisions. A row that has changed since stays, and is told.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class UndoCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            description = "A change (D000012-3), a transaction (D000012) or a source (Batch-2026-10); see history.")
    private String id;

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
        RunSettings settings = options.settings();
        GovernanceStore store =
                new GovernanceStore(settings.input(), settings.charset(), StoreOptions.DEFAULT, Clock.systemUTC());
        String wanted = id.strip().matches("(?i)d\\d{6,9}(-\\d+)?") ? id.strip().replace('d', 'D') : id.strip();
        Receipt receipt = change.dryRun()
                ? store.previewUndo(wanted)
                : store.undo(wanted, change.author().origin("undo", ""));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        receipt.notes().forEach(note -> console.note(err, "Note: " + note));
        if (console.json()) {
            out.println(Json.of(ReceiptJson.of(receipt)));
        } else if (!console.quiet()) {
            receipt.changes().forEach(new ChangePrinter(out)::print);
            out.println(summary(receipt));
        }
        receipt.refused().forEach(refused -> err.println("Refused: " + refused));
        return receipt.refused().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private String summary(Receipt receipt) {
        if (receipt.changes().isEmpty()) {
            return "Nothing to take back.";
        }
        int count = receipt.changes().size();
        String rows = count + (count == 1 ? " row" : " rows");
        if (change.dryRun()) {
            return rows + " would change; nothing was written.";
        }
        return rows + " changed as " + receipt.transaction() + "; `segmenter undo " + receipt.transaction()
                + "` brings them back. Then: segmenter run";
    }
}
