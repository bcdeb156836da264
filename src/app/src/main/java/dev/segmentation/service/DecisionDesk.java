package dev.segmentation.service;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.DecisionBook;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.JudgementBook;
import dev.segmentation.decision.ManualDecision;
import dev.segmentation.decision.MergeJudged;
import dev.segmentation.decision.ShownDecision;
import dev.segmentation.decision.ShownJudgement;
import dev.segmentation.decision.journal.Author;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.master.MasterIndex;
import dev.segmentation.table.TableException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where people decide about one master, or one pair of names, after the other. */
public final class DecisionDesk {
    private final DecisionStore store;
    private final Clock clock;
    private final Supplier<MasterIndex> masters;

    /**
     * What became of a change.
     *
     * @param now what stands there now, {@code null} if it was withdrawn
     * @param receipt of the change in the journal
     */
    public record Changed<T>(T now, Receipt receipt) {}

    DecisionDesk(DecisionStore store, Clock clock, Supplier<MasterIndex> masters) {
        this.store = store;
        this.clock = clock;
        this.masters = masters;
    }

    private DecisionBook.Hand hand(Author author) {
        return new DecisionBook.Hand(
                author.name(),
                LocalDate.now(clock.withZone(ZoneId.systemDefault())).toString());
    }

    /** All decisions about masters, in order of the file. */
    public List<ShownDecision> decisions() {
        MasterIndex index = masters.get();
        return store.read(tables -> new DecisionBook(tables, index).all());
    }

    /** The decision about a master from that source. */
    public Optional<ShownDecision> decision(String masterId, String source) {
        MasterIndex index = masters.get();
        return store.read(tables -> new DecisionBook(tables, index).find(masterId, source));
    }

    /** Whether there is such a master now. */
    public boolean knows(String masterId) {
        return masters.get().ofId(masterId).isPresent();
    }

    /**
     * Decides about a master by hand.
     *
     * @param said makes the new decision of the present one
     * @throws dev.segmentation.decision.StaleException if the present one is not as expected
     * @throws TableException if there is no such master
     */
    public Changed<ShownDecision> decide(
            String masterId, Function<Optional<ShownDecision>, ManualDecision> said, Expected expected, Author author) {
        MasterIndex index = masters.get();
        MasterCustomer master = index.ofId(masterId)
                .orElseThrow(() -> new TableException("No present master has the id \"" + masterId + "\"."));
        AtomicReference<ShownDecision> now = new AtomicReference<>();
        Receipt receipt = store.change(author.origin("decide", ""), tables -> {
            new DecisionBook(tables, index).decide(master, said, expected, hand(author));
            now.set(new DecisionBook(tables, index)
                    .find(masterId, DecisionBook.MANUAL)
                    .orElseThrow());
        });
        return new Changed<>(now.get(), receipt);
    }

    /**
     * Withdraws what was decided by hand about a master.
     *
     * @throws dev.segmentation.decision.StaleException if it is not as expected
     */
    public Changed<ShownDecision> withdraw(String masterId, Expected expected, Author author) {
        MasterIndex index = masters.get();
        return new Changed<>(null, store.change(author.origin("withdraw", ""), tables -> new DecisionBook(tables, index)
                .withdraw(masterId, expected)));
    }

    /** All judgements of pairs of names, in order of the file. */
    public List<ShownJudgement> judgements() {
        return store.read(tables -> new JudgementBook(tables).all());
    }

    /** The judgement of that pair. */
    public Optional<ShownJudgement> judgement(String id) {
        return store.read(tables -> new JudgementBook(tables).find(id));
    }

    /**
     * Takes down what a person judges of a pair.
     *
     * @throws dev.segmentation.decision.StaleException if it is judged already
     */
    public Changed<ShownJudgement> judge(MergeJudged judged, Author author) {
        MasterIndex index = masters.get();
        AtomicReference<ShownJudgement> now = new AtomicReference<>();
        Receipt receipt = store.change(author.origin("judge", ""), tables -> {
            String id = new JudgementBook(tables).add(judged, index, hand(author));
            now.set(new JudgementBook(tables).find(id).orElseThrow());
        });
        return new Changed<>(now.get(), receipt);
    }

    /**
     * Withdraws what was judged of a pair.
     *
     * @throws dev.segmentation.decision.StaleException if it is not as expected
     */
    public Changed<ShownJudgement> withdrawJudgement(String id, Expected expected, Author author) {
        return new Changed<>(
                null, store.change(author.origin("withdraw judgement", ""), tables -> new JudgementBook(tables)
                        .withdraw(id, expected)));
    }
}
