package dev.segmentation.decision;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Method;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterIndex;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The decisions about masters in the tables as they are at this moment, to look at and to change one by one. A decision by hand
 * about a master is one: where the file has several, the one that counts is changed and the others go.
 */
public final class DecisionBook {
    /** The source of decisions by hand. */
    public static final String MANUAL = "Manual";

    private final EditableTable table;
    private final List<EditableRow> rows;
    private final MasterIndex masters;
    private final Map<String, List<DecisionRow>> byMaster = new LinkedHashMap<>();
    private final List<DecisionRow> decisions;
    private final List<String> ids = new ArrayList<>();

    /** Who changes something, and when. */
    public record Hand(String owner, String today) {}

    /** The decisions in these tables about the masters of that index. */
    public DecisionBook(GovernanceTables tables, MasterIndex masters) {
        this.table = tables.table(GovernanceFiles.SEGMENTS);
        this.rows = table.rows();
        this.masters = masters;
        this.decisions = DecisionRow.of(rows);
        synchronized (masters) {
            for (DecisionRow row : decisions) {
                String id = masters.find(row.get(SegmentColumns.ID), row.get(SegmentColumns.CANONICAL))
                        .map(MasterCustomer::id)
                        .orElseGet(() -> row.get(SegmentColumns.ID));
                ids.add(id);
                if (!id.isEmpty()) {
                    byMaster.computeIfAbsent(id, i -> new ArrayList<>(1)).add(row);
                }
            }
        }
    }

    /** All of them, in order of the file. */
    public List<ShownDecision> all() {
        return decisions.stream().map(this::shown).toList();
    }

    /** The one about a master from that source. */
    public Optional<ShownDecision> find(String masterId, String source) {
        return counting(of(masterId, source)).map(this::shown);
    }

    private List<DecisionRow> of(String masterId, String source) {
        return byMaster.getOrDefault(masterId, List.of()).stream()
                .filter(row -> source(row).equals(source.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String source(DecisionRow row) {
        return (row.manual() ? MANUAL : row.get(SegmentColumns.SOURCE)).toLowerCase(Locale.ROOT);
    }

    private static Optional<DecisionRow> counting(List<DecisionRow> of) {
        return of.stream().max(DecisionRow.LEAST_FIRST);
    }

    private ShownDecision shown(DecisionRow row) {
        String id = ids.get(row.index());
        List<DecisionRow> same = id.isEmpty() ? List.of(row) : of(id, source(row));
        boolean counts = id.isEmpty() || counting(byMaster.get(id)).equals(Optional.of(row));
        return ShownDecision.of(row, id, masters.ofId(id).isPresent(), counts, tag(same));
    }

    private String tag(List<DecisionRow> same) {
        return Tag.of(same.stream().map(row -> rows.get(row.index())).toList());
    }

    /**
     * Decides about a master by hand.
     *
     * @param said makes the new decision of the present one
     * @throws StaleException if the present one is not as expected
     */
    public void decide(
            MasterCustomer master, Function<Optional<ShownDecision>, ManualDecision> said, Expected expected, Hand by) {
        List<DecisionRow> own = of(master.id(), MANUAL);
        Optional<ShownDecision> present = counting(own).map(this::shown);
        expected.check(master.canonical(), present.map(ShownDecision::tag), present.orElse(null));
        Map<String, String> cells = cells(master, said.apply(present), by);
        DecisionRow changed = counting(own).orElse(null);
        if (changed == null) {
            table.append(cells);
        } else {
            table.replace(rows.get(changed.index()), cells);
        }
        own.stream().filter(row -> row != changed).forEach(row -> table.delete(rows.get(row.index())));
    }

    private static Map<String, String> cells(MasterCustomer master, ManualDecision said, Hand by) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SegmentColumns.CANONICAL, master.canonical());
        cells.put(SegmentColumns.ID, master.id());
        cells.put(SegmentColumns.GROUP, said.classification().group().label());
        cells.put(SegmentColumns.DETAIL, said.classification().detail());
        cells.put(SegmentColumns.NAICS, said.classification().naics());
        cells.put(SegmentColumns.METHOD, Method.MANUAL_OVERRIDE.label());
        cells.put(SegmentColumns.SUPPORT, said.classification().support().label());
        cells.put(SegmentColumns.WEBSITE, said.website());
        cells.put(SegmentColumns.STATUS, said.status().label());
        cells.put(SegmentColumns.SOURCE, MANUAL);
        cells.put(SegmentColumns.OWNER, by.owner());
        cells.put(SegmentColumns.DATE, by.today());
        cells.put(SegmentColumns.REASON, said.reason());
        return cells;
    }

    /**
     * Withdraws what was decided by hand about a master.
     *
     * @throws StaleException if it is not as expected
     */
    public void withdraw(String masterId, Expected expected) {
        List<DecisionRow> own = of(masterId, MANUAL);
        Optional<ShownDecision> present = counting(own).map(this::shown);
        expected.check(
                present.map(ShownDecision::canonical).orElse(masterId),
                present.map(ShownDecision::tag),
                present.orElse(null));
        own.forEach(row -> table.delete(rows.get(row.index())));
    }
}
