package dev.segmentation.service.rules;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Journal;
import dev.segmentation.files.JournalLine;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who changed the rules, when, from where and why: {@code RulesJournal.jsonl}, a {@link Journal}. A publication is a
 * {@code begin} line, and a {@code commit} line once its files are in place; {@code abandoned} says that they are not.
 * {@code found} is a state of the folder that was not published here; {@code pruned} names versions whose files are no longer
 * kept. The holder of the lock of the rules folder alone writes.
 */
final class RuleJournal {
    static final String FILE = "RulesJournal.jsonl";

    private static final String COMMIT = "commit";
    private static final String PRUNED = "pruned";

    private final Path folder;
    private final Path file;
    private final Journal journal;
    private final FileSteps steps;

    RuleJournal(Path folder, FileSteps steps) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
        this.journal = new Journal(file, steps);
        this.steps = steps;
    }

    List<RuleVersionInfo> versions() {
        List<RuleVersionInfo> versions = new ArrayList<>();
        RuleVersionInfo begun = null;
        Set<String> pruned = new HashSet<>();
        for (Map<String, Object> entry : entries()) {
            switch (text(entry, "type")) {
                case "found" -> versions.add(version(entry));
                case "begin" -> begun = version(entry);
                case COMMIT -> {
                    if (begun != null) {
                        versions.add(begun);
                    }
                    begun = null;
                }
                case PRUNED -> pruned.addAll(texts(entry, "ids"));
                default -> begun = null;
            }
        }
        versions.replaceAll(version -> pruned.contains(version.id()) ? version.pruned() : version);
        return versions;
    }

    /** The publication of which the journal does not say how it ended. */
    Optional<RuleVersionInfo> open() {
        List<Map<String, Object>> entries = entries();
        return entries.isEmpty()
                        || !text(entries.get(entries.size() - 1), "type").equals("begin")
                ? Optional.empty()
                : Optional.of(version(entries.get(entries.size() - 1)));
    }

    private static RuleVersionInfo version(Map<String, Object> entry) {
        Map<String, String> state = new TreeMap<>();
        if (entry.get("state") instanceof Map<?, ?> map) {
            map.forEach((path, hash) -> state.put(path.toString(), hash.toString()));
        }
        return new RuleVersionInfo(
                text(entry, "id"),
                Instant.parse(text(entry, "time")),
                text(entry, "who"),
                text(entry, "from"),
                text(entry, "title"),
                text(entry, "reason"),
                text(entry, "change"),
                texts(entry, "files"),
                state);
    }

    private static List<String> texts(Map<String, Object> entry, String name) {
        return entry.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static String text(Map<String, Object> entry, String name) {
        return entry.getOrDefault(name, "").toString();
    }

    String nextId() {
        long used =
                entries().stream().filter(entry -> entry.containsKey("state")).count();
        return String.format("V%06d", used + 1);
    }

    /** Adds a {@code found} or {@code begin} line. */
    void add(String type, RuleVersionInfo version) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("id", version.id());
        fields.put("time", version.time().toString());
        fields.put("who", version.by());
        fields.put("from", version.from());
        fields.put("title", version.title());
        fields.put("reason", version.reason());
        fields.put("change", version.change());
        fields.put("files", version.files());
        fields.put("state", new TreeMap<>(version.state()));
        append(fields);
    }

    void end(String id, boolean committed, Instant time) throws IOException {
        append(Map.of("type", committed ? COMMIT : "abandoned", "id", id, "time", time.toString()));
    }

    void pruned(List<String> ids, Instant time) throws IOException {
        append(Map.of("type", PRUNED, "ids", ids, "time", time.toString()));
    }

    private void append(Map<String, Object> fields) throws IOException {
        steps.makeFolder(folder);
        Journal.End end = read(new ArrayList<>());
        journal.append(end.torn() ? journal.cut(end, null) : end, List.of(fields));
    }

    private List<Map<String, Object>> entries() {
        List<Map<String, Object>> entries = new ArrayList<>();
        read(entries);
        return entries;
    }

    /** Adds the fields of all whole lines, and returns where these end. */
    private Journal.End read(List<Map<String, Object>> entries) {
        try {
            Journal.End[] end = {new Journal.End(0, 0, false, JournalLine.START, null)};
            long size = Files.exists(file) ? Files.size(file) : 0;
            journal.lines((line, number, ended) -> {
                if (ended && !JournalLine.follows(line, end[0].sum())) {
                    throw new IOException("its line " + number + " is not as it was written; restore the file");
                }
                if (ended) {
                    Map<String, Object> fields = JournalLine.fields(line);
                    entries.add(fields);
                    long length = end[0].length() + line.length + 1;
                    end[0] = new Journal.End(length, size, false, JournalLine.sum(line), fields);
                }
                return ended;
            });
            return entries.isEmpty() ? new Journal.End(0, size, false, JournalLine.START, null) : end[0];
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
