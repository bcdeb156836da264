package dev.segmentation.service;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.DecisionPatch;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.Tag;
import dev.segmentation.decision.WrittenText;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.Author;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.table.TableException;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Judgements of people on pairs of names: whether they are merged or kept apart, one pair after the other. */
public final class JudgementService {
    /** The longest name. */
    public static final int NAME = 500;

    private static final String ALIAS = "Alias Canonical";
    private static final String MASTER = "Master Canonical";
    private static final String JUDGEMENT = "Judgement";

    private final DecisionStore store;
    private final Supplier<MasterDirectory> masters;

    JudgementService(DecisionStore store, Supplier<MasterDirectory> masters) {
        this.store = store;
        this.masters = masters;
    }

    /** All judgements, in order of the file. */
    public List<JudgementInfo> judgements() {
        return store.read(tables -> new Book(tables).all());
    }

    /** The judgement of that pair; the last one if there are several. */
    public Optional<JudgementInfo> judgement(String id) {
        return store.read(tables -> new Book(tables).find(id));
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
            String alias, String master, String judgement, String reason, Author author) {
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
        cells.put(SegmentColumns.OWNER, author.name());
        cells.put(SegmentColumns.REASON, DecisionPatch.reason(reason));
        MasterDirectory index = masters.get();
        AtomicReference<JudgementInfo> now = new AtomicReference<>();
        Receipt receipt = store.change(author.origin("judge", ""), tables -> {
            cells.put(ALIAS, name(one, index));
            cells.put(MASTER, name(other, index));
            cells.put(SegmentColumns.DATE, store.today());
            now.set(add(cells, tables));
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

    private static JudgementInfo add(Map<String, String> cells, GovernanceTables tables) {
        String alias = cells.get(ALIAS);
        String master = cells.get(MASTER);
        if (alias.equals(master)) {
            throw new TableException("alias and master are the same name.");
        }
        Book book = new Book(tables);
        String id = Book.id(alias, master);
        Optional<JudgementInfo> present = book.find(id);
        Expected.NOTHING.check(alias + " and " + master, present.map(JudgementInfo::etag), present::orElseThrow);
        book.table.append(cells);
        return new Book(tables).find(id).orElseThrow();
    }

    /**
     * Withdraws what was judged of a pair.
     *
     * @throws dev.segmentation.decision.StaleException if it is not as expected
     */
    public DecisionService.Changed<JudgementInfo> withdraw(String id, Expected expected, Author author) {
        Receipt receipt = store.change(author.origin("withdraw judgement", ""), tables -> {
            Book book = new Book(tables);
            Optional<JudgementInfo> present = book.find(id);
            expected.check("this pair", present.map(JudgementInfo::etag), present::orElseThrow);
            book.byPair.get(id).forEach(book.table::delete);
        });
        return new DecisionService.Changed<>(null, receipt);
    }

    /** The judgements in the table as it is at this moment, by their pairs. */
    private static final class Book {
        private final EditableTable table;
        private final Map<String, List<EditableRow>> byPair = new LinkedHashMap<>();

        Book(GovernanceTables tables) {
            this.table = tables.table(GovernanceFiles.MERGES);
            for (EditableRow row : table.rows()) {
                byPair.computeIfAbsent(id(row.get(ALIAS), row.get(MASTER)), id -> new ArrayList<>(1))
                        .add(row);
            }
        }

        /** The same whichever of both is named first. */
        static String id(String one, String other) {
            String first = one.strip().toUpperCase(Locale.ROOT);
            String second = other.strip().toUpperCase(Locale.ROOT);
            boolean ordered = first.compareTo(second) <= 0;
            return Tag.of((ordered ? first : second) + "\n" + (ordered ? second : first));
        }

        List<JudgementInfo> all() {
            return table.rows().stream().map(this::info).toList();
        }

        Optional<JudgementInfo> find(String id) {
            List<EditableRow> rows = byPair.getOrDefault(id, List.of());
            return rows.isEmpty() ? Optional.empty() : Optional.of(info(rows.get(rows.size() - 1)));
        }

        private JudgementInfo info(EditableRow row) {
            String id = id(row.get(ALIAS), row.get(MASTER));
            String word = row.get(JUDGEMENT).toLowerCase(Locale.ROOT);
            return new JudgementInfo(
                    id,
                    row.get(ALIAS),
                    row.get(MASTER),
                    word.isEmpty() ? "merge" : word,
                    row.get(SegmentColumns.OWNER),
                    row.get(SegmentColumns.DATE),
                    row.get(SegmentColumns.REASON),
                    Tag.of(byPair.get(id)));
        }
    }
}
