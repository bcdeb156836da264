package dev.segmentation.decision;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterIndex;
import dev.segmentation.table.TableException;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people judged of pairs of names, in the table as it is at this moment, to look at and to change one by one. */
public final class JudgementBook {
    private static final String ALIAS = "Alias Canonical";
    private static final String MASTER = "Master Canonical";
    private static final String JUDGEMENT = "Judgement";

    private final EditableTable table;
    private final Map<String, List<EditableRow>> byPair = new LinkedHashMap<>();

    /** The judgements in these tables. */
    public JudgementBook(GovernanceTables tables) {
        this.table = tables.table(GovernanceFiles.MERGES);
        for (EditableRow row : table.rows()) {
            byPair.computeIfAbsent(id(row.get(ALIAS), row.get(MASTER)), id -> new ArrayList<>(1))
                    .add(row);
        }
    }

    /** The same whichever of both is named first. */
    private static String id(String one, String other) {
        String first = one.strip().toUpperCase(Locale.ROOT);
        String second = other.strip().toUpperCase(Locale.ROOT);
        boolean ordered = first.compareTo(second) <= 0;
        return Tag.of((ordered ? first : second) + "\n" + (ordered ? second : first));
    }

    /** All of them, in order of the file. */
    public List<ShownJudgement> all() {
        return table.rows().stream().map(this::shown).toList();
    }

    /** The judgement of that pair; the last one if there are several. */
    public Optional<ShownJudgement> find(String id) {
        List<EditableRow> rows = byPair.getOrDefault(id, List.of());
        return rows.isEmpty() ? Optional.empty() : Optional.of(shown(rows.get(rows.size() - 1)));
    }

    private ShownJudgement shown(EditableRow row) {
        String id = id(row.get(ALIAS), row.get(MASTER));
        String word = row.get(JUDGEMENT).toLowerCase(Locale.ROOT);
        return new ShownJudgement(
                id,
                row.get(ALIAS),
                row.get(MASTER),
                word.isEmpty() ? "merge" : word,
                row.get(SegmentColumns.OWNER),
                row.get(SegmentColumns.DATE),
                row.get(SegmentColumns.REASON),
                row.line(),
                Tag.of(byPair.get(id)));
    }

    /**
     * Takes down what a person judges of a pair.
     *
     * @param masters to find the masters that are named by their ids
     * @return the id of the pair
     * @throws StaleException if the pair is judged already
     * @throws TableException if a name is that of nobody, or both are the same
     */
    public String add(MergeJudged judged, MasterIndex masters, DecisionBook.Hand by) {
        Map<String, String> cells = new LinkedHashMap<>();
        String alias = name(judged.alias(), masters);
        String master = name(judged.master(), masters);
        if (alias.equals(master)) {
            throw new TableException("alias and master are the same name.");
        }
        cells.put(ALIAS, alias);
        cells.put(MASTER, master);
        cells.put(JUDGEMENT, judged.verdict() == MergeJudgement.Verdict.MERGE ? "merge" : "never");
        cells.put(SegmentColumns.OWNER, by.owner());
        cells.put(SegmentColumns.DATE, by.today());
        cells.put(SegmentColumns.REASON, judged.reason());
        String id = id(alias, master);
        Optional<ShownJudgement> present = find(id);
        Expected.NOTHING.check(alias + " and " + master, present.map(ShownJudgement::tag), present.orElse(null));
        table.append(cells);
        return id;
    }

    /** A spelling stays as it is, since it may have to leave the master that bears it now. */
    private static String name(String text, MasterIndex masters) {
        synchronized (masters) {
            MasterCustomer master = masters.called(text)
                    .orElseThrow(() -> new TableException("No master, and no customer of one, is called \"" + text
                            + "\" in the present run. Write a name as it stands there, or a master id."));
            return master.id().equals(text) ? master.canonical() : text.toUpperCase(Locale.ROOT);
        }
    }

    /**
     * Withdraws what was judged of a pair.
     *
     * @throws StaleException if it is not as expected
     */
    public void withdraw(String id, Expected expected) {
        Optional<ShownJudgement> present = find(id);
        expected.check("this pair", present.map(ShownJudgement::tag), present.orElse(null));
        byPair.get(id).forEach(table::delete);
    }
}
