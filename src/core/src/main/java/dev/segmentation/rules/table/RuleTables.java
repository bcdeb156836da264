package dev.segmentation.rules.table;

import dev.segmentation.files.VisibleTree;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.excel.WorkbookFile;
import dev.segmentation.table.excel.WorkbookReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the tables of one rules folder, as CSV, as a workbook, or as both: the rows of both count. Rows and errors name
 * their file by its path from that folder on. What was read from a workbook is kept, so that the next start is quick.
 */
public final class RuleTables {
    public static final String CSV = ".csv";
    public static final String WORKBOOK = ".xlsx";

    /** Endings of tables that are not read; silence would lose their rows. */
    public static final List<String> UNREAD = List.of(".xls", ".xlsm", ".xlsb", ".ods");

    private final Path rules;
    private final RulesCache cache;
    private final TableSink sink;

    /** Tables of which only the errors matter. */
    public RuleTables(Path rules, RulesCache cache, Consumer<RowError> errors) {
        this(rules, cache, new TableSink(row -> {}, errors, remark -> {}));
    }

    /** Tables for a check, which sees every readable row beside its reader. */
    public RuleTables(Path rules, RulesCache cache, TableSink sink) {
        this.rules = rules;
        this.cache = cache;
        this.sink = sink;
    }

    /**
     * Reads a table if it is there.
     *
     * @param name path from the rules folder on, without ending
     * @return whether no file of it had to be refused as a whole
     */
    public boolean read(String name, TableSpec spec, Consumer<Row> rows) {
        TableSink both = new TableSink(sink.rows().andThen(rows), sink.errors(), sink.remarks());
        boolean readable = true;
        Path csv = rules.resolve(name + CSV);
        if (Files.exists(csv)) {
            readable = guarded(name + CSV, () -> TableReader.read(csv, name + CSV, spec, both));
        }
        String workbook = name + WORKBOOK;
        if (Files.exists(rules.resolve(workbook))) {
            readable &= guarded(workbook, () -> WorkbookReader.read(parsed(workbook), workbook, spec, both));
        }
        for (String ending : UNREAD) {
            if (Files.exists(rules.resolve(name + ending))) {
                String problem = "files of this format are not read";
                refuse(new RowError(name + ending, 0, "", "", problem, "Save it as .xlsx or .csv.", "old-format"));
            }
        }
        return readable;
    }

    private boolean guarded(String file, Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (TableException e) {
            refuse(e.fault(file));
            return false;
        }
    }

    private byte[] parsed(String name) {
        byte[] workbook = WorkbookFile.read(rules.resolve(name), name);
        String key = "workbook-"
                + new ContentHash().text(cache.version()).bytes(workbook).hex() + ".bin";
        byte[] kept = cache.read(key);
        if (kept != null) {
            return kept;
        }
        byte[] parsed = WorkbookReader.parse(workbook, name);
        cache.write(key, parsed);
        return parsed;
    }

    /** Reads a table that must be there; gives its path from the rules folder on, empty if it was refused as a whole. */
    String require(String name, TableSpec spec, Consumer<Row> rows) {
        boolean readable = read(name, spec, rows);
        boolean workbook = !Files.exists(rules.resolve(name + CSV)) && Files.exists(rules.resolve(name + WORKBOOK));
        String file = name + (workbook ? WORKBOOK : CSV);
        if (!Files.exists(rules.resolve(file))) {
            String advice = "Maybe --rules names the wrong folder.";
            refuse(new RowError(file, 0, "", "", "there is no such table", advice, "missing-file"));
            return "";
        }
        return readable ? file : "";
    }

    /** Names of the tables in a folder, from the rules folder on and without ending, in order. */
    Set<String> in(String folder) {
        Path path = rules.resolve(folder);
        if (!Files.isDirectory(path)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return names(files.filter(RuleTables::isTable));
        } catch (IOException e) {
            throw RulesException.unreadable(Path.of(folder), e);
        }
    }

    /** The tables of that name in all folders, without ending, in order of path. */
    public List<String> named(String name) {
        try {
            return List.copyOf(names(VisibleTree.of(rules).stream()
                    .filter(file -> file.endsWith(name + CSV) || file.endsWith(name + WORKBOOK))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> names(Stream<Path> files) {
        Set<String> names = new TreeSet<>();
        files.forEach(file -> {
            String path = VisibleTree.relative(rules, file);
            names.add(path.substring(0, path.lastIndexOf('.')));
        });
        return names;
    }

    /** Whether it is a table of analysts: neither a Drools table, which is code, nor the lock that Excel puts beside it. */
    static boolean isTable(Path file) {
        String name = file.getFileName().toString();
        RuleFileKind kind = RuleFileKind.of(name);
        return kind != null && !kind.code() && (name.endsWith(CSV) || name.endsWith(WORKBOOK));
    }

    /** Reports a row that cannot be used. */
    public void refuse(RowError error) {
        sink.errors().accept(error);
    }

    /** Takes errors of a reader that knows only the names of files in that folder. */
    public Consumer<RowError> refusing(String folder) {
        return error -> refuse(error.within(folder));
    }
}
