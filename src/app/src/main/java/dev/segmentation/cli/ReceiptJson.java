package dev.segmentation.cli;

import dev.segmentation.decision.journal.Receipt;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A receipt as JSON, with paths as texts. */
final class ReceiptJson {
    private ReceiptJson() {}

    static Map<String, Object> of(Receipt receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transaction", receipt.transaction());
        json.put("changes", receipt.changes());
        json.put("written", receipt.written().stream().map(Path::toString).toList());
        json.put("sideFile", receipt.sideFile().map(Path::toString).orElse(""));
        json.put("refused", receipt.refused());
        json.put("notes", receipt.notes());
        return json;
    }
}
