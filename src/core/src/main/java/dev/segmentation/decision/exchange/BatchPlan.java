package dev.segmentation.decision.exchange;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.exchange.ImportedEntry.Change;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.name.NameParser;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a batch into {@code MasterSegmentationOverrides.csv}. A row of a decision is known by its master and its source, so a
 * batch that is imported again changes only what was edited in it, and a decision of another batch about the same master stays
 * in its own row and counts where it is newer.
 */
final class BatchPlan {
    /** Probability from which a name by similarity is taken for the master; below it people must say so. */
    static final double SURE = 0.97;

    private final MasterResolver finder;
    private final NameParser parser;
    private final Map<String, List<MasterResolver.Found>> nearest;
    private final String owner;
    private final String today;

    /**
     * @param nearest the masters that names resemble which are those of none
     * @param owner who decided where an entry does not say
     * @param today when, where an entry does not say
     */
    BatchPlan(
            MasterResolver finder,
            NameParser parser,
            Map<String, List<MasterResolver.Found>> nearest,
            String owner,
            String today) {
        this.finder = finder;
        this.parser = parser;
        this.nearest = nearest;
        this.owner = owner;
        this.today = today;
    }

    /** Writes what a batch says into the table, and tells what it did. */
    ImportedBatch apply(Batch batch, EditableTable table) {
        List<EditableRow> rows = table.rows();
        Map<String, List<MasterDecision>> byMaster = byMaster(MasterDecision.of(rows));
        Map<String, ImportedEntry> decided = new LinkedHashMap<>();
        List<ImportedEntry> told = new ArrayList<>();
        for (BatchEntry entry : batch.entries()) {
            if (!entry.decides()) {
                told.add(ImportedEntry.none(entry));
                continue;
            }
            Optional<MasterResolver.Found> found =
                    finder.find(entry.masterId(), entry.name()).or(() -> sure(near(entry)));
            String key = key(found.map(MasterResolver.Found::master), entry.name());
            ImportedEntry first = decided.get(key);
            if (first != null) {
                told.add(duplicate(entry, found, first));
                continue;
            }
            EntryCells cells = EntryCells.of(batch, entry, found.map(MasterResolver.Found::master), kept(entry.name()));
            List<MasterDecision> about = byMaster.getOrDefault(key, List.of());
            MasterDecision own = own(batch, about, cells);
            String date = entry.date().isEmpty() ? today : entry.date();
            ImportedEntry imported = decision(cells, date, found, own, about);
            if (imported.change() == Change.ADDED) {
                table.append(cells.row(null, owner, date));
            } else if (imported.change() == Change.CHANGED) {
                table.replace(rows.get(own.index()), cells.row(own, owner, date));
            }
            decided.put(key, imported);
            told.add(imported);
        }
        Set<String> gone = new LinkedHashSet<>();
        byMaster.forEach((key, list) -> list.stream()
                .filter(row -> !decided.containsKey(key) && row.source().equalsIgnoreCase(batch.name()))
                .forEach(row -> gone.add(row.canonical())));
        return new ImportedBatch(batch, told, List.copyOf(gone), "");
    }

    /** The rows about each master, by what {@link #key} makes of it. */
    private Map<String, List<MasterDecision>> byMaster(List<MasterDecision> rows) {
        Map<String, List<MasterDecision>> byMaster = new HashMap<>();
        for (MasterDecision row : rows) {
            Optional<MasterCustomer> master =
                    finder.find(row.masterId(), row.canonical()).map(MasterResolver.Found::master);
            byMaster.computeIfAbsent(key(master, row.canonical()), key -> new ArrayList<>())
                    .add(row);
        }
        return byMaster;
    }

    private String key(Optional<MasterCustomer> master, String name) {
        return master.map(MasterCustomer::id)
                .orElseGet(() -> "name "
                        + (MasterResolver.leavesOut(name)
                                ? kept(name)
                                : parser.parse(name).key()));
    }

    private List<MasterResolver.Found> near(BatchEntry entry) {
        return nearest.getOrDefault(entry.name(), List.of());
    }

    private static Optional<MasterResolver.Found> sure(List<MasterResolver.Found> near) {
        boolean one = !near.isEmpty()
                && near.get(0).score() >= SURE
                && (near.size() == 1 || near.get(1).score() < SURE);
        return one ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static ImportedEntry duplicate(
            BatchEntry entry, Optional<MasterResolver.Found> found, ImportedEntry first) {
        boolean sameRow = entry.line() == first.entry().line();
        String group = first.entry().classification().group().label();
        List<String> remarks = new ArrayList<>(entry.remarks());
        if (!sameRow) {
            remarks.add("line " + first.entry().line() + " decides the same master"
                    + (entry.classification().equals(first.entry().classification())
                            ? ""
                            : ", as " + group + "; that one counts"));
        }
        return new ImportedEntry(
                entry,
                sameRow ? entry.outcome() : BatchEntry.Outcome.DUPLICATE,
                first.master(),
                first.masterId(),
                how(found),
                score(found),
                Change.NONE,
                "",
                "",
                List.of(),
                remarks);
    }

    private static String how(Optional<MasterResolver.Found> found) {
        return found.map(one -> one.how().label()).orElse("");
    }

    private static double score(Optional<MasterResolver.Found> found) {
        return found.map(MasterResolver.Found::score).orElse(0.0);
    }

    /**
     * What becomes of an entry that decides about a master.
     *
     * @param own the row of an earlier import of the batch, {@code null} if there is none
     */
    private ImportedEntry decision(
            EntryCells said,
            String date,
            Optional<MasterResolver.Found> found,
            MasterDecision own,
            List<MasterDecision> about) {
        BatchEntry entry = said.entry();
        MasterDecision newest = MasterDecision.counting(about, false).orElse(null);
        List<String> remarks = new ArrayList<>(entry.remarks());
        otherByName(entry, found)
                .ifPresent(one -> remarks.add("its id means " + said.get(SegmentColumns.CANONICAL) + " and its name "
                        + one.canonical() + "; the id counts"));
        Change change = own == null ? Change.ADDED : said.changes(own) ? Change.CHANGED : Change.SAME;
        String replaces = "";
        if (change != Change.SAME && newest != null) {
            if (newest != own && newest.date().compareTo(date) > 0) {
                remarks.add("a newer decision counts: " + newest.told() + ", " + newest.date());
            } else if (otherwise(newest, entry)) {
                replaces = newest.told();
            }
        }
        return new ImportedEntry(
                entry,
                entry.outcome(),
                said.get(SegmentColumns.CANONICAL),
                said.get(SegmentColumns.ID),
                how(found),
                score(found),
                change,
                replaces,
                MasterDecision.counting(about, true)
                        .filter(manual -> otherwise(manual, entry))
                        .map(MasterDecision::told)
                        .orElse(""),
                found.isPresent()
                        ? List.of()
                        : near(entry).stream().map(BatchPlan::told).toList(),
                remarks);
    }

    /** The master that the name means, where the id means another: rows of the two columns may have been mixed up. */
    private Optional<MasterCustomer> otherByName(BatchEntry entry, Optional<MasterResolver.Found> found) {
        return found.filter(one -> one.how() == MasterResolver.How.ID).flatMap(one -> finder.find("", entry.name())
                .map(MasterResolver.Found::master)
                .filter(named -> !named.id().equals(one.master().id())));
    }

    private static String told(MasterResolver.Found found) {
        return String.format(Locale.ROOT, "%s (%.2f)", found.master().canonical(), found.score());
    }

    /**
     * The row of an earlier import of the same batch, {@code null} if there is none. A batch has several about one master
     * where a run took masters together since; then the one that says the same already is meant, so that none is overwritten.
     */
    private static MasterDecision own(Batch batch, List<MasterDecision> about, EntryCells said) {
        List<MasterDecision> own = about.stream()
                .filter(row -> row.source().equalsIgnoreCase(batch.name()))
                .toList();
        return own.stream()
                .filter(row -> !said.differ(row))
                .findFirst()
                .or(() -> MasterDecision.counting(own, false))
                .orElse(null);
    }

    private static boolean otherwise(MasterDecision row, BatchEntry entry) {
        return !row.get(SegmentColumns.GROUP)
                        .equalsIgnoreCase(entry.classification().group().label())
                || !row.statusText().equalsIgnoreCase(entry.status().label());
    }

    /** How a name that no master bears is kept: with its dots where it leaves out its middle, so that it can be found later. */
    private String kept(String name) {
        return MasterResolver.leavesOut(name)
                ? name.strip().replace("...", "\u2026").toUpperCase(Locale.ROOT)
                : parser.parse(name).canonical();
    }
}
