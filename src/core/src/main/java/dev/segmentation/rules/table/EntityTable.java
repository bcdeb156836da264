package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the known organisations from open registers, the tables in {@code entities} of a rules folder. A short or common name is
 * guarded: it needs its kind of legal form, ORANGE SA for Orange S.A.
 */
public final class EntityTable {
    private static final TableSpec SPEC = TableSpec.of("Name", "Industrial Group", "Source")
            .with("Industry Detail", "NAICS", "Support Category", "Guard", "Note");

    public static final String FOLDER = "entities";
    private static final String NOT_LOCKED = "not in the locked list";
    private static final String LOCKED = "Use a name of the locked list.";

    private final Path rules;
    private final RuleTables folder;
    private final NameTables tables;

    public EntityTable(Path rules, RuleTables folder, NameTables tables) {
        this.rules = rules;
        this.folder = folder;
        this.tables = tables;
    }

    private record Entry(Row row, Classification classification) {
        EntityRow entity() {
            String file = row.file().substring(FOLDER.length() + 1);
            return new EntityRow(row.get("Name"), classification, row.get("Source"), file, (int) row.line());
        }
    }

    /** The organisations by {@link EntityKeys what finds them}. */
    Map<String, EntityRow> read() {
        return keys(row -> {}).rows();
    }

    /** What finds the organisations; each row that can be used is shown before. */
    public EntityKeys keys(Consumer<EntityRow> usable) {
        List<Entry> entries = new ArrayList<>();
        for (String name : folder.in(FOLDER)) {
            folder.read(name, SPEC, row -> entry(row).ifPresent(entries::add));
        }
        NameParser parser = new NameParser(tables);
        List<ParsedName> names = entries.parallelStream()
                .map(entry -> parser.parse(entry.row().get("Name")))
                .toList();
        CommonNames common = new CommonNames(rules.resolve("names"), tables, folder.refusing("names"));
        EntityKeys keys = new EntityKeys(tables);
        for (int i = 0; i < names.size(); i++) {
            Entry entry = entries.get(i);
            usable.accept(entry.entity());
            boolean guarded = guarded(entry.row(), names.get(i), common);
            if (guarded && EntityKeys.withForm(names.get(i), tables).isEmpty()) {
                folder.refuse(withoutForm(entry.row()));
            } else {
                keys.add(names.get(i), guarded, entry.entity());
            }
        }
        return keys;
    }

    private static RowError withoutForm(Row row) {
        return row.error(
                "missing-form",
                "Name",
                "a short or common name without a legal form would match nobody",
                "Add its legal form, or write off into the column Guard.");
    }

    /** A master of the chain table is not guarded here, since that table has guards of its own. */
    private boolean guarded(Row row, ParsedName name, CommonNames common) {
        return row.get("Guard").isEmpty()
                && !name.key().isEmpty()
                && !tables.chains().isMaster(row.get("Name"))
                && common.contains(name.key());
    }

    /** Under what something made from these files is kept, by the build of the program and what else it was made from. */
    public String hash(String version, String others) {
        return new ContentHash().text(version).files(files()).text(others).hex();
    }

    /** The files, in order of name. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String name : folder.in(FOLDER)) {
            for (String ending : List.of(RuleTables.CSV, RuleTables.WORKBOOK)) {
                Path file = rules.resolve(name + ending);
                if (Files.exists(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private Optional<Entry> entry(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            String column = row.get("Name").isEmpty() ? "Name" : "Source";
            folder.refuse(row.error(
                    "missing-cell", column, "name or source is missing", "Every known organisation names its source."));
        } else if (group.isEmpty()) {
            folder.refuse(row.error("unknown-group", "Industrial Group", NOT_LOCKED, LOCKED));
        } else if (support.isEmpty()) {
            folder.refuse(row.error("unknown-support-category", "Support Category", NOT_LOCKED, LOCKED));
        } else if (!TermTables.NAICS.matcher(row.get("NAICS")).matches()) {
            folder.refuse(TermTables.noNaics(row, "NAICS"));
        } else if (!row.get("Guard").isEmpty() && !row.get("Guard").equals("off")) {
            String advice = "Write off if the name alone is enough.";
            folder.refuse(row.error("bad-guard", "Guard", "neither blank nor off", advice));
        } else {
            return Optional.of(new Entry(
                    row, new Classification(group.get(), row.get("Industry Detail"), row.get("NAICS"), support.get())));
        }
        return Optional.empty();
    }
}
