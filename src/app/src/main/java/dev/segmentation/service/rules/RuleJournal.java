package dev.segmentation.service.rules;

import dev.segmentation.decision.journal.JournalText;
import dev.segmentation.files.FileSteps;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who changed the rules, when, from where and why: {@code RulesJournal.jsonl}, only ever continued. A publication is a
 * {@code begin} line, and a {@code commit} line once its files are in place; {@code abandoned} says that they are not.
 * {@code found} is a state of the folder that nobody published here; {@code pruned} names versions whose files are no longer kept.
 * Each line holds a sum over itself and the sum of the line before. The holder of the lock of the rules folder alone writes.
 */
final class RuleJournal {
    static final String FILE = "RulesJournal.jsonl";

    private static final String COMMIT = "commit";
    private static final String PRUNED = "pruned";

    private final Path folder;
    private final Path file;
    private final FileSteps steps;

    RuleJournal(Path folder, FileSteps steps) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
        this.steps = steps;
    }

    /** What stands in the file: whole lines, the last sum, and where the last whole line ends. */
    private record Lines(List<Map<String, Object>> entries, String sum, long end) {}

    /** The versions, the oldest first. */
    List<RuleVersion> versions() {
        List<RuleVersion> versions = new ArrayList<>();
        RuleVersion begun = null;
        Set<String> pruned = new HashSet<>();
        for (Map<String, Object> entry : lines().entries()) {
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

    /** The publication of which neither end is told. */
    Optional<RuleVersion> open() {
        List<Map<String, Object>> entries = lines().entries();
        return entries.isEmpty()
                        || !text(entries.get(entries.size() - 1), "type").equals("begin")
                ? Optional.empty()
                : Optional.of(version(entries.get(entries.size() - 1)));
    }

    private static RuleVersion version(Map<String, Object> entry) {
        Map<String, String> state = new TreeMap<>();
        if (entry.get("state") instanceof Map<?, ?> map) {
            map.forEach((path, hash) -> state.put(path.toString(), hash.toString()));
        }
        return new RuleVersion(
                text(entry, "id"),
                Instant.parse(text(entry, "time")),
                text(entry, "who"),
                text(entry, "from"),
                text(entry, "title"),
                text(entry, "reason"),
                text(entry, "change"),
                texts(entry, "files"),
                RuleFileSet.hash(state),
                state,
                true);
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
        long used = lines().entries().stream()
                .filter(entry -> entry.containsKey("state"))
                .count();
        return String.format("V%06d", used + 1);
    }

    void found(RuleVersion version) throws IOException {
        append("found", version);
    }

    void begin(RuleVersion version) throws IOException {
        append("begin", version);
    }

    /** Tells how a publication ended. */
    void end(String id, boolean placed, Instant time) throws IOException {
        append(Map.of("type", placed ? COMMIT : "abandoned", "id", id, "time", time.toString()));
    }

    /** Tells that the files of these versions are no longer kept. */
    void pruned(List<String> ids, Instant time) throws IOException {
        append(Map.of("type", PRUNED, "ids", ids, "time", time.toString()));
    }

    private void append(String type, RuleVersion version) throws IOException {
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

    private void append(Map<String, Object> fields) throws IOException {
        steps.makeFolder(folder);
        Lines lines = lines();
        if (Files.exists(file) && Files.size(file) > lines.end()) {
            steps.truncate(file, lines.end()); // a line that a kill cut off never counted
        }
        byte[] line = JournalText.line(fields, lines.sum());
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        steps.append(file, ended);
        steps.force(folder);
    }

    private Lines lines() {
        List<Map<String, Object>> entries = new ArrayList<>();
        String sum = JournalText.START;
        int start = 0;
        try {
            byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            for (int i = 0; i < all.length; i++) {
                if (all[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(all, start, i);
                    String own = JournalText.sum(line);
                    if (own == null || !own.equals(JournalText.rightSum(line, sum))) {
                        throw new IOException(
                                "its line " + (entries.size() + 1) + " is not as it was written; restore the file");
                    }
                    sum = own;
                    entries.add(JournalText.fields(line));
                    start = i + 1;
                }
            }
            return new Lines(entries, sum, start);
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
