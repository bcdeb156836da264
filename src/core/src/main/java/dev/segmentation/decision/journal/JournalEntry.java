package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the fields of a line of the journal mean. */
record JournalEntry(Map<String, Object> fields) {
    static final String BEGIN = "begin";
    static final String CHANGE = "change";
    static final String COMMIT = "commit";
    static final String ABANDONED = "abandoned";

    private static final String TYPE = "type";
    private static final String ID = "id";

    /** Fingerprints of the contents that did not get into place, by file. */
    static final String WANTED = "wanted";

    /** Fingerprints of all governance files once the transaction is over. */
    static final String STATE = "state";

    static JournalEntry begin(String id, Instant time, Origin origin, String note, int changes) {
        Map<String, Object> fields = typed(BEGIN, id);
        fields.put("time", time.toString());
        fields.put("owner", origin.owner());
        fields.put("command", origin.command());
        fields.put("source", origin.sourceFile());
        if (!origin.from().isEmpty()) {
            fields.put("from", origin.from());
        }
        if (!note.isEmpty()) {
            fields.put("note", note);
        }
        fields.put("changes", changes);
        return new JournalEntry(fields);
    }

    static JournalEntry change(Change change) {
        Map<String, Object> fields = typed(CHANGE, change.id());
        fields.put("file", change.file());
        fields.put("kind", change.kind().name());
        fields.put("line", change.line());
        fields.put("before", change.before());
        fields.put("after", change.after());
        if (!change.undoes().isEmpty()) {
            fields.put("undoes", change.undoes());
        }
        return new JournalEntry(fields);
    }

    /** The lines of a whole transaction. */
    static List<JournalEntry> all(JournalEntry begin, List<Change> changes, JournalEntry commit) {
        List<JournalEntry> all = new ArrayList<>(List.of(begin));
        changes.forEach(change -> all.add(change(change)));
        all.add(commit);
        return all;
    }

    static JournalEntry commit(String id, Map<String, Transaction.Prints> files, Map<String, String> state) {
        Map<String, Object> fields = typed(COMMIT, id);
        Map<String, Object> prints = new LinkedHashMap<>();
        files.forEach((file, print) -> prints.put(file, List.of(print.before(), print.after())));
        fields.put("files", prints);
        fields.put(STATE, state);
        return new JournalEntry(fields);
    }

    static JournalEntry abandoned(
            String id, Instant time, Map<String, String> wanted, String why, Map<String, String> state) {
        Map<String, Object> fields = typed(ABANDONED, id);
        fields.put("time", time.toString());
        fields.put(WANTED, wanted);
        fields.put("why", why);
        fields.put(STATE, state);
        return new JournalEntry(fields);
    }

    private static Map<String, Object> typed(String type, String id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(TYPE, type);
        fields.put(ID, id);
        return fields;
    }

    String type() {
        return text(TYPE);
    }

    String id() {
        return text(ID);
    }

    /** Whether a transaction ends with it. */
    boolean ends() {
        return (type().equals(COMMIT) || type().equals(ABANDONED)) && Transaction.number(id()) > 0;
    }

    String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    Instant time() throws IOException {
        try {
            return Instant.parse(text("time"));
        } catch (DateTimeException e) {
            throw new IOException("(" + text("time") + ") is no time", e);
        }
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(key.toString(), String.valueOf(value)));
        }
        return texts;
    }

    List<String> list(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, Transaction.Prints> prints() {
        Map<String, Transaction.Prints> prints = new LinkedHashMap<>();
        if (fields.get("files") instanceof Map<?, ?> map) {
            map.forEach((file, print) -> {
                if (print instanceof List<?> two && two.size() == 2) {
                    String after = two.get(1).toString();
                    prints.put(
                            file.toString(), new Transaction.Prints(two.get(0).toString(), after));
                }
            });
        }
        return prints;
    }

    Change change() throws IOException {
        try {
            return new Change(
                    id(),
                    text("file"),
                    Change.Kind.valueOf(text("kind")),
                    texts("before"),
                    texts("after"),
                    number("line"),
                    list("undoes"));
        } catch (IllegalArgumentException e) {
            throw new IOException("(" + text("kind") + ") is no kind of change", e);
        }
    }

    Transaction transaction(List<Change> changes, JournalEntry commit) throws IOException {
        Origin origin = new Origin(text("owner"), text("command"), text("source"), text("from"));
        return new Transaction(id(), time(), origin, text("note"), changes, commit.prints(), Set.of(), "");
    }
}
