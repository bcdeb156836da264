package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.table.TableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The journal as an undo looks at it: what is meant by an id, what was taken back already, what came later. */
final class JournalIndex {
    private final List<Transaction> transactions;
    private final Map<String, Transaction> byChange = new HashMap<>();
    private final Map<String, String> takenBackBy = new HashMap<>();

    JournalIndex(List<Transaction> transactions) {
        this.transactions = transactions;
        for (Transaction transaction : transactions) {
            for (Change change : transaction.changes()) {
                byChange.put(change.id(), transaction);
            }
        }
        takeBack();
    }

    /** From the newest on: an undo that was taken back itself takes nothing back. */
    private void takeBack() {
        for (int i = transactions.size() - 1; i >= 0; i--) {
            for (Change change : transactions.get(i).effective()) {
                if (!takenBackBy.containsKey(change.id())) {
                    change.undoes().forEach(undone -> takenBackBy.putIfAbsent(undone, change.id()));
                }
            }
        }
    }

    /**
     * The changes that are meant, the newest transaction first and in their order within each.
     *
     * @param id a change, a transaction, or a source; of a source those that were taken back already are left out
     * @throws TableException if the journal has no such thing
     */
    List<Change> meant(String id) {
        List<Change> meant = new ArrayList<>();
        for (int i = transactions.size() - 1; i >= 0; i--) {
            Transaction transaction = transactions.get(i);
            boolean source = sameSource(transaction.origin().sourceFile(), id);
            for (Change change : transaction.changes()) {
                boolean open = !takenBackBy.containsKey(change.id())
                        && !transaction.notInPlace().contains(change.file());
                if (transaction.id().equals(id) || change.id().equals(id) || source && open) {
                    meant.add(change);
                }
            }
        }
        boolean known = !meant.isEmpty()
                || transactions.stream()
                        .anyMatch(
                                t -> t.id().equals(id) || sameSource(t.origin().sourceFile(), id));
        if (!known) {
            throw new TableException("The journal knows no change, transaction or source called (" + id
                    + "). `segmenter history` lists the last ones.");
        }
        return meant;
    }

    private static boolean sameSource(String source, String id) {
        return !source.isBlank() && plain(source).equals(plain(id));
    }

    private static String plain(String source) {
        return source.strip()
                .replaceFirst("^.*[/\\\\]", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.(md|markdown|csv|txt|xlsx)$", "");
    }

    /** Why that change cannot be taken back whatever the files hold; empty if it can. */
    Optional<String> settled(Change change) {
        Transaction transaction = byChange.get(change.id());
        if (transaction.notInPlace().contains(change.file())) {
            return Optional.of("never got into place: " + transaction.why());
        }
        return Optional.ofNullable(takenBackBy.get(change.id())).map(by -> "was taken back already by " + by);
    }

    /** What was done later to a row that held this, such as {@code D000015-1 (analyst-2)}; empty if nothing is known. */
    Optional<String> laterEditOf(Change earlier, Map<String, String> cells) {
        return later(earlier).stream()
                .filter(change -> change.before().equals(cells))
                .findFirst()
                .map(this::named);
    }

    /** What later wrote a row about the same thing with this content. */
    Optional<String> laterRow(Change earlier, Map<String, String> cells) {
        return later(earlier).stream()
                .filter(change -> change.after().equals(cells))
                .findFirst()
                .map(this::named);
    }

    private List<Change> later(Change earlier) {
        int number = Transaction.number(earlier.id());
        List<Change> later = new ArrayList<>();
        for (int i = transactions.size() - 1;
                i >= 0 && Transaction.number(transactions.get(i).id()) > number;
                i--) {
            for (Change change : transactions.get(i).effective()) {
                if (change.file().equals(earlier.file()) && !takenBackBy.containsKey(change.id())) {
                    later.add(change);
                }
            }
        }
        return later;
    }

    private String named(Change change) {
        return change.id() + " (" + byChange.get(change.id()).origin().owner() + ")";
    }
}
