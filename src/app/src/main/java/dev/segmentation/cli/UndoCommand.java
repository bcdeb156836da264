package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.Json;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Receipt;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = "Takes back changes of decisions. A row that has changed since stays, and is told.")
final class UndoCommand extends ChangeTask {
    @Parameters(
            paramLabel = "ID",
            description = "A change (D000012-3), a transaction (D000012) or a source (Batch-2026-10); see history.")
    private String id;

    @Override
    protected int work() {
        GovernanceStore store = store();
        String wanted = id.strip().matches("(?i)d\\d{6,9}(-\\d+)?") ? id.strip().replace('d', 'D') : id.strip();
        Receipt receipt = dryRun ? store.previewUndo(wanted) : store.undo(wanted, author().doing("undo", ""));
        receipt.notes().forEach(console::note);
        console.print(answer(receipt), () -> {
            receipt.changes()
                    .forEach(change -> HistoryCommand.change(
                            console,
                            change.kind().name(),
                            change.file() + "  " + Console.plain(change.about()),
                            change.before(),
                            change.after()));
            console.say(summary(receipt));
        });
        receipt.refused().forEach(refused -> console.err().println("Refused: " + refused));
        return receipt.refused().isEmpty() ? DONE : REJECTED;
    }

    private static Map<String, Object> answer(Receipt receipt) {
        return Json.fields(
                "transaction", receipt.transaction(),
                "changes", receipt.changes(),
                "written", receipt.written(),
                "sideFile", receipt.sideFile().map(Object::toString).orElse(""),
                "refused", receipt.refused(),
                "notes", receipt.notes());
    }

    private String summary(Receipt receipt) {
        int count = receipt.changes().size();
        if (count == 0) {
            return "Nothing to take back.";
        }
        String rows = count + (count == 1 ? " row" : " rows");
        return dryRun
                ? rows + " would change; nothing was written."
                : rows + " changed as " + receipt.transaction() + "; `segmenter undo " + receipt.transaction()
                        + "` brings them back. Then: segmenter run";
    }
}
