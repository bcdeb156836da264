package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the known organisations from open registers, the tables in {@code entities} of a rules folder. The name alone is enough to
 * find one, unless it is short or common, or two rows put it into different groups: then its kind of legal form must agree too,
 * as in ORANGE SA for Orange S.A. What two rows still put into different groups decides nothing.
 */
public final class EntityTable {
    public static final String FOLDER = "entities";

    private static final TableSpec SPEC = TableSpec.of("Name", "Industrial Group", "Source")
            .with("Industry Detail", "NAICS", "Support Category", "Guard", "Note");
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

    private record Entry(Row row, EntityRow entity, String name, String form) {}

    /** The organisations by what finds them. */
    Map<String, EntityRow> read() {
        return read(row -> {}, row -> {});
    }

    /**
     * The organisations by what finds them.
     *
     * @param usable is shown each row that can be used
     * @param undecided is shown the rows that decide nothing since others put their name into another group
     */
    public Map<String, EntityRow> read(Consumer<EntityRow> usable, Consumer<EntityRow> undecided) {
        List<Entry> guarded = new ArrayList<>();
        List<Entry> unguarded = new ArrayList<>();
        List<Entry> entries = entries();
        CommonNames common = new CommonNames(rules.resolve("names"), tables, folder.refusing("names"));
        for (Entry entry : entries) {
            usable.accept(entry.entity());
            if (!guarded(entry, common)) {
                unguarded.add(entry);
            } else if (entry.form().isEmpty()) {
                String problem = "a short or common name without a legal form would match nobody";
                String advice = "Add its legal form, or write off into the column Guard.";
                folder.refuse(entry.row().error("missing-form", "Name", problem, advice));
            } else {
                guarded.add(entry);
            }
        }
        return byKey(unguarded, guarded, undecided);
    }

    private List<Entry> entries() {
        List<Row> rows = new ArrayList<>();
        List<EntityRow> entities = new ArrayList<>();
        for (String name : folder.in(FOLDER)) {
            folder.read(name, SPEC, row -> entity(row).ifPresent(entity -> {
                rows.add(row);
                entities.add(entity);
            }));
        }
        NameParser parser = new NameParser(tables);
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(i -> {
                    ParsedName name = parser.parse(entities.get(i).name());
                    return new Entry(rows.get(i), entities.get(i), name.key(), withForm(name, tables));
                })
                .toList();
    }

    private Optional<EntityRow> entity(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        String naics = row.get("NAICS");
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            String column = row.get("Name").isEmpty() ? "Name" : "Source";
            String advice = "Every known organisation names its source.";
            folder.refuse(row.error("missing-cell", column, "name or source is missing", advice));
        } else if (group.isEmpty()) {
            folder.refuse(row.error("unknown-group", "Industrial Group", NOT_LOCKED, LOCKED));
        } else if (support.isEmpty()) {
            folder.refuse(row.error("unknown-support-category", "Support Category", NOT_LOCKED, LOCKED));
        } else if (!TermTables.NAICS.matcher(naics).matches()) {
            folder.refuse(TermTables.noNaics(row, "NAICS"));
        } else if (!row.get("Guard").isEmpty() && !row.get("Guard").equals("off")) {
            String advice = "Write off if the name alone is enough.";
            folder.refuse(row.error("bad-guard", "Guard", "neither blank nor off", advice));
        } else {
            Classification what = new Classification(group.get(), row.get("Industry Detail"), naics, support.get());
            String file = row.file().substring(FOLDER.length() + 1);
            return Optional.of(new EntityRow(row.get("Name"), what, row.get("Source"), file, (int) row.line()));
        }
        return Optional.empty();
    }

    /** A master of the chain table is not guarded here, since that table has guards of its own. */
    private boolean guarded(Entry entry, CommonNames common) {
        return entry.row().get("Guard").isEmpty()
                && !entry.name().isEmpty()
                && !tables.chains().isMaster(entry.entity().name())
                && common.contains(entry.name());
    }

    /** Name and kind of legal form, so that it is one for ORANGE SA and ORANGE S.A.; empty if there is no legal form. */
    static String withForm(ParsedName name, NameTables tables) {
        int kind = tables.legalFormClass(name.legalForm());
        return kind == 0 || name.key().isEmpty() ? "" : name.key() + "\n" + kind;
    }

    private static Map<String, EntityRow> byKey(
            List<Entry> unguarded, List<Entry> guarded, Consumer<EntityRow> undecided) {
        Map<String, EntityRow> byName = new HashMap<>(unguarded.size() * 2);
        Set<String> disputed = new HashSet<>();
        unguarded.forEach(entry -> put(byName, entry.name(), entry, disputed));
        List<Entry> needForm = new ArrayList<>();
        unguarded.stream().filter(entry -> disputed.contains(entry.name())).forEach(needForm::add);
        Map<String, EntityRow> byForm = new HashMap<>();
        Set<String> stillDisputed = new HashSet<>();
        guarded.forEach(entry -> put(byForm, entry.form(), entry, stillDisputed));
        needForm.forEach(entry -> put(byForm, entry.form(), entry, stillDisputed));
        stillDisputed.add("");
        Stream.concat(needForm.stream().filter(entry -> !entry.name().isEmpty()), guarded.stream())
                .filter(entry -> stillDisputed.contains(entry.form()))
                .forEach(entry -> undecided.accept(entry.entity()));
        byName.keySet().removeAll(disputed);
        byForm.keySet().removeAll(stillDisputed);
        byName.putAll(byForm);
        byName.remove("");
        return byName;
    }

    private static void put(Map<String, EntityRow> rows, String key, Entry entry, Set<String> disputed) {
        EntityRow former = rows.putIfAbsent(key, entry.entity());
        IndustrialGroup group = entry.entity().classification().group();
        if (former != null && former.classification().group() != group) {
            disputed.add(key);
        }
    }

    /** Under what something made from these files is kept, by the build of the program and what else it was made from. */
    public String hash(String version, String others) {
        List<Path> files = folder.in(FOLDER).stream()
                .flatMap(name -> Stream.of(RuleTables.CSV, RuleTables.WORKBOOK).map(end -> rules.resolve(name + end)))
                .filter(Files::exists)
                .toList();
        return new ContentHash().text(version).files(files).text(others).hex();
    }
}
