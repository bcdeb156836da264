package dev.segmentation.decision.exchange;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.DecisionRow;
import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterSearch;
import dev.segmentation.name.NameParser;
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
 * Works out what a batch does to the rows of {@code MasterSegmentationOverrides.csv}. A row of a decision is known by its
 * master and its source, so a batch that is imported again changes only what was edited in it, and a decision of another
 * batch about the same master stays in its own row and counts where it is newer.
 */
final class BatchPlan {
    /** Probability from which a name by similarity is taken for the master; below it people must say so. */
    static final double SURE = 0.97;

    private final MasterSearch finder;
    private final NameParser parser;
    private final String owner;
    private final String today;

    /** What is to be done, and what a person is to be told. */
    record Plan(List<RowWrite> writes, ImportedBatch told) {}

    BatchPlan(MasterSearch finder, NameParser parser, String owner, String today) {
        this.finder = finder;
        this.parser = parser;
        this.owner = owner;
        this.today = today;
    }

    /** The rows about each master, by what {@link #key} makes of it. */
    private Map<String, List<DecisionRow>> byMaster(List<DecisionRow> rows) {
        Map<String, List<DecisionRow>> byMaster = new HashMap<>();
        for (DecisionRow row : rows) {
            String name = row.get(SegmentColumns.CANONICAL);
            String key = key(finder.find(row.get(SegmentColumns.ID), name).map(MasterSearch.Found::master), name);
            byMaster.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return byMaster;
    }

    private String key(Optional<MasterCustomer> master, String name) {
        return master.map(MasterCustomer::id)
                .orElseGet(() -> "name "
                        + (MasterSearch.leavesOut(name)
                                ? kept(name)
                                : parser.parse(name).key()));
    }

    /**
     * Works it out.
     *
     * @param batch the batch
     * @param rows the rows that there are
     * @param nearest the masters that names resemble which are those of none
     */
    Plan of(Batch batch, List<DecisionRow> rows, Map<String, List<MasterSearch.Found>> nearest) {
        Map<String, List<DecisionRow>> byMaster = byMaster(rows);
        Map<String, ImportedEntry> decided = new LinkedHashMap<>();
        List<RowWrite> writes = new ArrayList<>();
        List<ImportedEntry> told = new ArrayList<>();
        for (BatchEntry entry : batch.entries()) {
            if (!entry.decides()) {
                told.add(ImportedEntry.none(entry));
                continue;
            }
            List<MasterSearch.Found> near = nearest.getOrDefault(entry.name(), List.of());
            Optional<MasterSearch.Found> found =
                    finder.find(entry.masterId(), entry.name()).or(() -> sure(near));
            String key = key(found.map(MasterSearch.Found::master), entry.name());
            ImportedEntry first = decided.get(key);
            if (first != null) {
                told.add(duplicate(entry, found, first));
                continue;
            }
            ImportedEntry imported = decision(batch, entry, found, near, byMaster.getOrDefault(key, List.of()), writes);
            decided.put(key, imported);
            told.add(imported);
        }
        Set<String> gone = new LinkedHashSet<>();
        byMaster.forEach((key, list) -> list.stream()
                .filter(row -> !decided.containsKey(key)
                        && row.get(SegmentColumns.SOURCE).equalsIgnoreCase(batch.name()))
                .forEach(row -> gone.add(row.get(SegmentColumns.CANONICAL))));
        return new Plan(writes, new ImportedBatch(batch, told, List.copyOf(gone), ""));
    }

    private static Optional<MasterSearch.Found> sure(List<MasterSearch.Found> near) {
        boolean one = !near.isEmpty()
                && near.get(0).score() >= SURE
                && (near.size() == 1 || near.get(1).score() < SURE);
        return one ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static ImportedEntry duplicate(BatchEntry entry, Optional<MasterSearch.Found> found, ImportedEntry first) {
        boolean sameRow = entry.line() == first.entry().line();
        boolean same = entry.classification().equals(first.entry().classification());
        List<String> remarks = new ArrayList<>(entry.remarks());
        if (!sameRow) {
            remarks.add("line " + first.entry().line() + " decides the same master"
                    + (same
                            ? ""
                            : ", as " + first.entry().classification().group().label() + "; that one counts"));
        }
        return new ImportedEntry(
                entry,
                sameRow ? entry.outcome() : BatchEntry.Outcome.DUPLICATE,
                first.master(),
                first.masterId(),
                found.map(one -> one.how().label()).orElse(""),
                found.map(MasterSearch.Found::score).orElse(0.0),
                ImportedEntry.Change.NONE,
                "",
                "",
                List.of(),
                remarks);
    }

    private ImportedEntry decision(
            Batch batch,
            BatchEntry entry,
            Optional<MasterSearch.Found> found,
            List<MasterSearch.Found> near,
            List<DecisionRow> rows,
            List<RowWrite> writes) {
        EntryCells said = EntryCells.of(
                batch,
                entry,
                found.map(one -> one.master().canonical()).orElseGet(() -> kept(entry.name())),
                found.map(one -> one.master().id()).orElse(""));
        DecisionRow own = own(batch, rows, said);
        DecisionRow newest = DecisionRow.counting(rows, false).orElse(null);
        DecisionRow manual = DecisionRow.counting(rows, true).orElse(null);
        Optional<MasterCustomer> other = otherByName(entry, found);
        ImportedEntry.Change change = own == null
                ? ImportedEntry.Change.ADDED
                : said.differ(own) || said.redate(own) ? ImportedEntry.Change.CHANGED : ImportedEntry.Change.SAME;
        String date = entry.date().isEmpty() ? today : entry.date();
        List<String> remarks = new ArrayList<>(entry.remarks());
        other.ifPresent(one -> remarks.add("its id means " + said.get(SegmentColumns.CANONICAL) + " and its name "
                + one.canonical() + "; the id counts"));
        String replaces = "";
        if (change != ImportedEntry.Change.SAME) {
            if (newest != null && newest != own && newest.date().compareTo(date) > 0) {
                remarks.add("a newer decision counts: " + newest.told() + ", " + newest.date());
            } else if (newest != null && otherwise(newest, entry)) {
                replaces = newest.told();
            }
            writes.add(said.write(own, owner, date));
        }
        return new ImportedEntry(
                entry,
                entry.outcome(),
                said.get(SegmentColumns.CANONICAL),
                said.get(SegmentColumns.ID),
                found.map(one -> one.how().label()).orElse(""),
                found.map(MasterSearch.Found::score).orElse(0.0),
                change,
                replaces,
                manual == null || !otherwise(manual, entry) ? "" : manual.told(),
                found.isPresent()
                        ? List.of()
                        : near.stream().map(BatchPlan::told).toList(),
                remarks);
    }

    /** The master that the name means, where the id means another: rows of the two columns may have been mixed up. */
    private Optional<MasterCustomer> otherByName(BatchEntry entry, Optional<MasterSearch.Found> found) {
        return found.filter(one -> one.how() == MasterSearch.How.ID).flatMap(one -> finder.find("", entry.name())
                .map(MasterSearch.Found::master)
                .filter(named -> !named.id().equals(one.master().id())));
    }

    private static String told(MasterSearch.Found found) {
        return String.format(Locale.ROOT, "%s (%.2f)", found.master().canonical(), found.score());
    }

    /**
     * The row of an earlier import of the same batch, {@code null} if there is none. A batch has several about one master
     * where a run took masters together since; then the one that says the same already is meant, so that none is overwritten.
     */
    private static DecisionRow own(Batch batch, List<DecisionRow> rows, EntryCells said) {
        List<DecisionRow> own = rows.stream()
                .filter(row -> row.get(SegmentColumns.SOURCE).equalsIgnoreCase(batch.name()))
                .toList();
        return own.stream()
                .filter(row -> !said.differ(row))
                .findFirst()
                .or(() -> DecisionRow.counting(own, false))
                .orElse(null);
    }

    private static boolean otherwise(DecisionRow row, BatchEntry entry) {
        return !row.get(SegmentColumns.GROUP)
                        .equalsIgnoreCase(entry.classification().group().label())
                || !row.status().equalsIgnoreCase(entry.status().label());
    }

    /** How a name that no master bears is kept: with its dots where it leaves out its middle, so that it can be found later. */
    private String kept(String name) {
        return MasterSearch.leavesOut(name)
                ? name.strip().replace("...", "\u2026").toUpperCase(Locale.ROOT)
                : parser.parse(name).canonical();
    }
}
