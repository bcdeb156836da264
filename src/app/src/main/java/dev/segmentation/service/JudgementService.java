package dev.segmentation.service;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.DecisionPatch;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.WrittenText;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.files.Sha256;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.table.TableException;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Judgements of people on pairs of names: whether they are merged or kept apart, one pair after the other. */
public final class JudgementService {
    /** The longest name. */
    public static final int NAME = 500;

    private static final String ALIAS = "Alias Canonical";
    private static final String MASTER = "Master Canonical";
    private static final String JUDGEMENT = "Judgement";

    private final GovernanceStore store;
    private final Supplier<MasterDirectory> masters;

    JudgementService(GovernanceStore store, Supplier<MasterDirectory> masters) {
        this.store = store;
        this.masters = masters;
    }

    /** All judgements, in order of the file. */
    public List<JudgementInfo> judgements() {
        EditableTable table = store.read(tables -> tables.table(GovernanceFiles.MERGES));
        Map<String, List<EditableRow>> pairs = byPair(table);
        return table.rows().stream()
                .map(row -> info(row, pairs.get(id(row.get(ALIAS), row.get(MASTER)))))
                .toList();
    }

    /** The judgement of that pair; the last one if there are several. */
    public Optional<JudgementInfo> judgement(String id) {
        return store.read(tables -> find(tables.table(GovernanceFiles.MERGES), id));
    }

    /**
     * Takes down what a person judges of a pair.
     *
     * @param alias the name that is merged into the other or kept apart from it, or the id of its master
     * @param master the other name, or the id of its master
     * @param judgement merge or never
     * @param reason why, may be blank
     * @throws IllegalArgumentException if one of them means nothing
     * @throws dev.segmentation.decision.StaleException if the pair is judged already
     * @throws TableException if a name is that of nobody, or both are the same
     */
    public DecisionService.Changed<JudgementInfo> judge(
            String alias, String master, String judgement, String reason, Origin author) {
        if (!"merge".equals(judgement) && !"never".equals(judgement)) {
            throw new IllegalArgumentException("judgement is merge or never.");
        }
        String one = WrittenText.line("alias", alias, NAME);
        String other = WrittenText.line("master", master, NAME);
        if (one.isEmpty() || other.isEmpty()) {
            throw new IllegalArgumentException("A judgement is about two names, alias and master.");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(JUDGEMENT, judgement);
        cells.put(SegmentColumns.OWNER, author.owner());
        cells.put(SegmentColumns.REASON, DecisionPatch.reason(reason));
        MasterDirectory index = masters.get();
        AtomicReference<JudgementInfo> now = new AtomicReference<>();
        Receipt receipt = store.change(author.doing("judge", ""), tables -> {
            cells.put(ALIAS, name(one, index));
            cells.put(MASTER, name(other, index));
            cells.put(SegmentColumns.DATE, store.today());
            now.set(add(cells, tables.table(GovernanceFiles.MERGES)));
        });
        return new DecisionService.Changed<>(now.get(), receipt);
    }

    /** A spelling stays as it is, since it may have to leave the master that bears it now. */
    private static String name(String text, MasterDirectory masters) {
        synchronized (masters) {
            MasterCustomer master = masters.called(text)
                    .orElseThrow(() -> new TableException("No master, and no customer of one, is called \"" + text
                            + "\" in the present run. Write a name as it stands there, or a master id."));
            return master.id().equals(text) ? master.canonical() : text.toUpperCase(Locale.ROOT);
        }
    }

    /** Refuses to judge a pair anew. */
    private static JudgementInfo add(Map<String, String> cells, EditableTable table) {
        String alias = cells.get(ALIAS);
        String master = cells.get(MASTER);
        if (alias.equals(master)) {
            throw new TableException("alias and master are the same name.");
        }
        String id = id(alias, master);
        Optional<JudgementInfo> present = find(table, id);
        Expected.NOTHING.check(alias + " and " + master, present.map(JudgementInfo::etag), present::orElseThrow);
        table.append(cells);
        return find(table, id).orElseThrow();
    }

    /**
     * Withdraws what was judged of a pair.
     *
     * @throws dev.segmentation.decision.StaleException if it is not as expected
     */
    public DecisionService.Changed<JudgementInfo> withdraw(String id, Expected expected, Origin author) {
        Receipt receipt = store.change(author.doing("withdraw judgement", ""), tables -> {
            EditableTable table = tables.table(GovernanceFiles.MERGES);
            Optional<JudgementInfo> present = find(table, id);
            expected.check("this pair", present.map(JudgementInfo::etag), present::orElseThrow);
            byPair(table).get(id).forEach(table::delete);
        });
        return new DecisionService.Changed<>(null, receipt);
    }

    private static Map<String, List<EditableRow>> byPair(EditableTable table) {
        return table.rows().stream().collect(Collectors.groupingBy(row -> id(row.get(ALIAS), row.get(MASTER))));
    }

    /** The id of a pair, the same whichever of both is named first. */
    private static String id(String one, String other) {
        String first = one.strip().toUpperCase(Locale.ROOT);
        String second = other.strip().toUpperCase(Locale.ROOT);
        boolean ordered = first.compareTo(second) <= 0;
        return Sha256.tag((ordered ? first : second) + "\n" + (ordered ? second : first));
    }

    private static Optional<JudgementInfo> find(EditableTable table, String id) {
        List<EditableRow> rows = byPair(table).getOrDefault(id, List.of());
        return rows.isEmpty() ? Optional.empty() : Optional.of(info(rows.get(rows.size() - 1), rows));
    }

    private static JudgementInfo info(EditableRow row, List<EditableRow> pair) {
        String word = row.get(JUDGEMENT).toLowerCase(Locale.ROOT);
        return new JudgementInfo(
                id(row.get(ALIAS), row.get(MASTER)),
                row.get(ALIAS),
                row.get(MASTER),
                word.isEmpty() ? "merge" : word,
                row.get(SegmentColumns.OWNER),
                row.get(SegmentColumns.DATE),
                row.get(SegmentColumns.REASON),
                GovernanceTables.tag(pair));
    }
}
