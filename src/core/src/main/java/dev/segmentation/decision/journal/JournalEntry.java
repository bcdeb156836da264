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

    /** The lines of a whole transaction; the prints are those of each file before and after. */
    static List<JournalEntry> all(
            String id,
            Instant time,
            Origin origin,
            String note,
            List<Change> changes,
            Map<String, List<String>> prints,
            Map<String, String> state) {
        List<JournalEntry> all = new ArrayList<>(List.of(begin(id, time, origin, note, changes.size())));
        changes.forEach(change -> all.add(change(change)));
        Map<String, Object> commit = typed(COMMIT, id);
        commit.put("files", prints);
        commit.put(STATE, state);
        all.add(new JournalEntry(commit));
        return all;
    }

    private static JournalEntry begin(String id, Instant time, Origin origin, String note, int changes) {
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

    private static JournalEntry change(Change change) {
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

    static JournalEntry abandoned(
            String id, Instant time, Map<String, String> wanted, String why, Map<String, String> state) {
        Map<String, Object> fields = typed(ABANDONED, id);
        fields.put("time", time.toString());
        fields.put(WANTED, wanted);
        fields.put("why", why);
        fields.put(STATE, state);
        return new JournalEntry(fields);
    }

    static String id(int number) {
        return String.format("D%06d", number);
    }

    /** The number of a transaction or of one of its changes, 0 if that is no id. */
    static int number(String id) {
        return id.matches("D\\d{6,9}(-\\d{1,9})?")
                ? Integer.parseInt(id.substring(1).replaceFirst("-.*", ""))
                : 0;
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

    boolean ends() {
        return (type().equals(COMMIT) || type().equals(ABANDONED)) && number(id()) > 0;
    }

    String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    long count(String name) {
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

    Map<String, List<String>> prints() {
        Map<String, List<String>> prints = new LinkedHashMap<>();
        if (fields.get("files") instanceof Map<?, ?> map) {
            map.forEach((file, print) -> {
                if (print instanceof List<?> two && two.size() == 2) {
                    prints.put(
                            file.toString(), two.stream().map(Object::toString).toList());
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
                    count("line"),
                    list("undoes"));
        } catch (IllegalArgumentException e) {
            throw new IOException("(" + text("kind") + ") is no kind of change", e);
        }
    }

    Transaction transaction(List<Change> changes) throws IOException {
        Origin origin = new Origin(text("owner"), text("command"), text("source"), text("from"));
        return new Transaction(id(), time(), origin, text("note"), changes, Set.of(), "");
    }
}
