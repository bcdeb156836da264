package dev.segmentation.service;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.DecisionPatch;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.table.TableException;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decisions of people about one master after the other. A decision by hand about a master is one: where the file has several,
 * the one that counts is changed and the others go.
 */
public final class DecisionService {
    private final GovernanceStore store;
    private final Supplier<MasterDirectory> masters;
    private final Supplier<Optional<CurrentRun>> run;

    /**
     * What became of a change.
     *
     * @param now what stands there now, {@code null} if it was withdrawn
     * @param receipt of the change in the journal
     */
    public record Changed<T>(T now, Receipt receipt) {}

    DecisionService(GovernanceStore store, Supplier<MasterDirectory> masters, Supplier<Optional<CurrentRun>> run) {
        this.store = store;
        this.masters = masters;
        this.run = run;
    }

    /** All decisions about masters, in order of the file. */
    public List<DecisionInfo> decisions() {
        Optional<CurrentRun> current = run.get();
        Book book = book();
        return book.decisions.stream().map(one -> book.info(one, current)).toList();
    }

    /** The decision about a master from that source. */
    public Optional<DecisionInfo> decision(String masterId, String source) {
        Book book = book();
        return counting(book.of(masterId, source)).map(one -> book.info(one, run.get()));
    }

    private Book book() {
        MasterDirectory index = masters.get();
        return store.read(tables -> new Book(tables, index));
    }

    private static Optional<MasterDecision> counting(List<MasterDecision> decisions) {
        return decisions.stream().max(MasterDecision.LEAST_FIRST);
    }

    /** Whether there is such a master now. */
    public boolean knows(String masterId) {
        return masters.get().ofId(masterId).isPresent();
    }

    /**
     * Decides about a master by hand.
     *
     * @param said makes the new decision of the present one, which is {@code null} if there is none
     * @throws dev.segmentation.decision.StaleException if the present one is not as expected
     * @throws TableException if there is no such master
     */
    public Changed<DecisionInfo> decide(
            String masterId, Function<MasterDecision, DecisionPatch> said, Expected expected, Origin author) {
        MasterDirectory index = masters.get();
        MasterCustomer master = index.ofId(masterId)
                .orElseThrow(() -> new TableException("No present master has the id \"" + masterId + "\"."));
        AtomicReference<Book> after = new AtomicReference<>();
        Receipt receipt = store.change(author.doing("decide", ""), tables -> {
            Book book = new Book(tables, index);
            MasterDecision present = book.expect(master.canonical(), masterId, expected);
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put(SegmentColumns.CANONICAL, master.canonical());
            cells.put(SegmentColumns.ID, masterId);
            cells.putAll(said.apply(present).cells());
            cells.put(SegmentColumns.SOURCE, MasterDecision.MANUAL);
            cells.put(SegmentColumns.OWNER, author.owner());
            cells.put(SegmentColumns.DATE, store.today());
            book.write(masterId, present, cells);
            after.set(new Book(tables, index));
        });
        Book book = after.get();
        MasterDecision now = counting(book.of(masterId, MasterDecision.MANUAL)).orElseThrow();
        return new Changed<>(book.info(now, run.get()), receipt);
    }

    /**
     * Withdraws what was decided by hand about a master.
     *
     * @throws dev.segmentation.decision.StaleException if it is not as expected
     */
    public Changed<DecisionInfo> withdraw(String masterId, Expected expected, Origin author) {
        MasterDirectory index = masters.get();
        Receipt receipt = store.change(author.doing("withdraw", ""), tables -> {
            Book book = new Book(tables, index);
            book.expect(null, masterId, expected);
            book.of(masterId, MasterDecision.MANUAL).forEach(book::delete);
        });
        return new Changed<>(null, receipt);
    }

    /** The decisions in the tables as they are at this moment, by the present master that each is about. */
    private final class Book {
        private final EditableTable table;
        private final List<EditableRow> rows;
        private final MasterDirectory index;
        private final List<MasterDecision> decisions;
        private final List<String> ids = new ArrayList<>();
        private final Map<String, List<MasterDecision>> byMaster = new LinkedHashMap<>();

        Book(GovernanceTables tables, MasterDirectory index) {
            this.table = tables.table(GovernanceFiles.SEGMENTS);
            this.rows = table.rows();
            this.index = index;
            this.decisions = MasterDecision.of(rows);
            synchronized (index) {
                for (MasterDecision one : decisions) {
                    String id = index.find(one.masterId(), one.canonical())
                            .map(MasterCustomer::id)
                            .orElseGet(one::masterId);
                    ids.add(id);
                    if (!id.isEmpty()) {
                        byMaster.computeIfAbsent(id, i -> new ArrayList<>(1)).add(one);
                    }
                }
            }
        }

        List<MasterDecision> of(String masterId, String source) {
            return byMaster.getOrDefault(masterId, List.of()).stream()
                    .filter(one -> one.shownSource().equalsIgnoreCase(source))
                    .toList();
        }

        /** The decision with whether it counts, and a tag of all that is decided about its master from its source. */
        DecisionInfo info(MasterDecision one, Optional<CurrentRun> current) {
            String id = ids.get(one.index());
            List<MasterDecision> same = id.isEmpty() ? List.of(one) : of(id, one.shownSource());
            boolean counts = id.isEmpty() || counting(byMaster.get(id)).equals(Optional.of(one));
            String tag = GovernanceTables.tag(
                    same.stream().map(row -> rows.get(row.index())).toList());
            return DecisionInfo.of(one, id, index.ofId(id).isPresent(), counts, tag, current);
        }

        /** The decision by hand about a master, {@code null} if there is none, if it is as somebody expects it. */
        MasterDecision expect(String name, String masterId, Expected expected) {
            MasterDecision present =
                    counting(of(masterId, MasterDecision.MANUAL)).orElse(null);
            Optional<String> tag = Optional.ofNullable(present)
                    .map(one -> info(one, Optional.empty()).etag());
            String called = name != null ? name : present == null ? masterId : present.canonical();
            expected.check(called, tag, () -> info(present, run.get()));
            return present;
        }

        void write(String masterId, MasterDecision present, Map<String, String> cells) {
            if (present == null) {
                table.append(cells);
                return;
            }
            table.replace(rows.get(present.index()), cells);
            of(masterId, MasterDecision.MANUAL).stream()
                    .filter(row -> row != present)
                    .forEach(this::delete);
        }

        void delete(MasterDecision row) {
            table.delete(rows.get(row.index()));
        }
    }
}
