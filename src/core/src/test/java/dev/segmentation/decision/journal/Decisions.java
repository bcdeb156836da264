package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An input folder with some decisions, and edits of them. */
final class Decisions {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:15:00Z"), ZoneOffset.UTC);
    static final Origin ORIGIN = new Origin("analyst-1", "import-batch", "Batch-2026-11.md");
    static final String NAME = "Master Customer Name Canonical";
    static final String GROUP = "Industrial Group";
    static final String HEADER = "Master Customer Name Canonical,Industrial Group,Source,Notes\r\n";
    static final String ROWS =
            "# kept\r\nHUNTINGTON,\"Financial Services\",Manual,\r\nCOHERENT,Manufacturing,Manual,x\r\n";

    private final Path folder;

    Decisions(Path folder) {
        this.folder = folder;
        write(GovernanceFiles.SEGMENTS, HEADER + ROWS);
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "absent";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String segments() {
        return text(GovernanceFiles.SEGMENTS);
    }

    GovernanceStore store() {
        return store(new FileSteps());
    }

    GovernanceStore store(FileSteps steps) {
        return new GovernanceStore(folder, StandardCharsets.UTF_8, 5, Duration.ofMillis(200), CLOCK, steps);
    }

    DecisionJournal journal() {
        return new DecisionJournal(folder);
    }

    List<Transaction> transactions() {
        return journal().read(note -> {
            throw new AssertionError(note);
        });
    }

    /** A new decision about a master. */
    static Consumer<GovernanceTables> add(String name, String group) {
        return tables -> tables.table(GovernanceFiles.SEGMENTS)
                .append(Map.of(NAME, name, GROUP, group, "Source", "Batch-2026-11"));
    }

    /** Another group for a master. */
    static Consumer<GovernanceTables> regroup(String name, String group) {
        return tables -> {
            EditableTable table = tables.table(GovernanceFiles.SEGMENTS);
            table.replace(row(table, name), Map.of(GROUP, group));
        };
    }

    /** No decision about a master any more. */
    static Consumer<GovernanceTables> delete(String name) {
        return tables -> {
            EditableTable table = tables.table(GovernanceFiles.SEGMENTS);
            table.delete(row(table, name));
        };
    }

    static Consumer<GovernanceTables> website(String name, String host) {
        return tables -> tables.table(GovernanceFiles.WEBSITES).append(Map.of(NAME, name, "Company Website", host));
    }

    static Consumer<GovernanceTables> reject(String name, String group) {
        return tables -> tables.table(GovernanceFiles.REJECTIONS)
                .append(Map.of("Kind", "group", "Master Id", "M" + name, NAME, name, "Suggested", group));
    }

    static Consumer<GovernanceTables> both(Consumer<GovernanceTables> one, Consumer<GovernanceTables> other) {
        return tables -> {
            one.accept(tables);
            other.accept(tables);
        };
    }

    private static EditableRow row(EditableTable table, String name) {
        return table.rows().stream()
                .filter(row -> row.get(NAME).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
