package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Journal;
import dev.segmentation.files.JournalLine;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every change of the decisions of people, the newest last: {@code DecisionJournal.jsonl} in the input folder, a
 * {@link Journal}. A transaction is a {@code begin} line, a {@code change} line for each row and a {@code commit} line; an
 * {@code abandoned} line behind it says that files of it did not get into place.
 */
public final class DecisionJournal {
    /** Name of the file. */
    public static final String FILE = "DecisionJournal.jsonl";

    private final Path file;
    private final Journal journal;
    private Journal.End end;

    /** The journal of an input folder; it need not be there. */
    public DecisionJournal(Path folder) {
        this(folder, new FileSteps());
    }

    private DecisionJournal(Path folder, FileSteps steps) {
        this.file = folder.resolve(FILE);
        this.journal = new Journal(file, steps);
    }

    /** The journal for one who writes it; that is the holder of the folder's lock alone. */
    static DecisionJournal open(Path folder, FileSteps steps) throws IOException {
        DecisionJournal opened = new DecisionJournal(folder, steps);
        opened.end = opened.journal.end(fields -> new JournalEntry(fields).ends());
        return opened;
    }

    /** Cuts off what a killed change left behind the last whole transaction, after keeping it aside. */
    Optional<String> mend(Instant now) throws IOException {
        if (!end.torn()) {
            return Optional.empty();
        }
        Path kept = file.resolveSibling(FILE + "." + StoreFolder.stamp(now) + ".torn");
        end = journal.cut(end, kept);
        return Optional.of("A change was cut off before it counted; what the journal held of it is in " + kept + ".");
    }

    JournalEntry last() {
        return end.last() == null ? null : new JournalEntry(end.last());
    }

    Map<String, String> state() {
        return last() == null ? Map.of() : last().texts(JournalEntry.STATE);
    }

    String nextId() {
        return JournalEntry.id(last() == null ? 1 : JournalEntry.number(last().id()) + 1);
    }

    /** Adds lines, the last of which ends a transaction. They are all on disk when this returns, or none is there. */
    void append(List<JournalEntry> entries) throws IOException {
        end = journal.append(end, entries.stream().map(JournalEntry::fields).toList());
    }

    /**
     * The transactions, the newest last; one that was cut off is left out.
     *
     * @param notes receives lines that cannot be read
     * @throws TableException if the file cannot be read
     */
    public List<Transaction> read(Consumer<String> notes) {
        List<Transaction> transactions = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        JournalEntry[] begun = new JournalEntry[1];
        lines((line, number, ended) -> {
            try {
                JournalEntry entry = new JournalEntry(JournalLine.fields(line));
                switch (entry.type()) {
                    case JournalEntry.BEGIN -> {
                        begun[0] = entry;
                        changes.clear();
                    }
                    case JournalEntry.CHANGE -> changes.add(entry.change());
                    case JournalEntry.COMMIT -> {
                        if (begun[0] != null && begun[0].id().equals(entry.id())) {
                            transactions.add(begun[0].transaction(changes));
                        }
                        begun[0] = null;
                    }
                    case JournalEntry.ABANDONED -> abandon(transactions, entry);
                    default -> throw new IOException("(" + entry.type() + ") is no kind of line");
                }
            } catch (IOException e) {
                notes.accept(FILE + ":" + number + " cannot be read. `segmenter history --verify` says more.");
            }
            return true;
        });
        return transactions;
    }

    private static void abandon(List<Transaction> transactions, JournalEntry entry) {
        int last = transactions.size() - 1;
        if (last >= 0 && transactions.get(last).id().equals(entry.id())) {
            Set<String> files = entry.texts(JournalEntry.WANTED).keySet();
            transactions.set(last, transactions.get(last).abandoned(files, entry.text("why")));
        }
    }

    /** Looks at every line: its checksum, its form, its place in its transaction. Ends at the first that is broken. */
    public Verification verify() {
        JournalCheck check = new JournalCheck();
        lines((line, number, ended) -> check.sound(line, number));
        return check.result();
    }

    /** A blank line, and a carriage return that some program added, are no harm. */
    private void lines(Journal.LineReader reader) {
        try {
            journal.lines((line, number, ended) -> {
                int length = line.length;
                while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == ' ')) {
                    length--;
                }
                byte[] text = length == line.length ? line : Arrays.copyOf(line, length);
                return length == 0 || reader.read(text, number, ended);
            });
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }
}
