package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.table.TableException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every change of the decisions of people, the newest last: {@code DecisionJournal.jsonl} in the input folder. It is only
 * ever continued. A transaction is a {@code begin} line, a {@code change} line for each row and a {@code commit} line; an
 * {@code abandoned} line behind it says that files of it did not get into place.
 */
public final class DecisionJournal {
    /** Name of the file. */
    public static final String FILE = "DecisionJournal.jsonl";

    private final Path file;

    /** The journal of an input folder; it need not be there. */
    public DecisionJournal(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** What is done with a line. */
    private interface LineReader {
        boolean read(byte[] line, long number) throws IOException;
    }

    /**
     * The transactions, the newest last; one that was cut off is left out.
     *
     * @param notes receives lines that cannot be read
     * @throws TableException if the file cannot be read
     */
    public List<Transaction> read(Consumer<String> notes) {
        JournalReading reading = new JournalReading();
        lines((line, number) -> {
            try {
                reading.add(new JournalEntry(JournalText.fields(line)));
            } catch (IOException e) {
                notes.accept(FILE + ":" + number + " cannot be read. `segmenter history --verify` says more.");
            }
            return true;
        });
        return reading.transactions();
    }

    /** Looks at every line: its checksum, its form, its place in its transaction. Ends at the first that is broken. */
    public Verification verify() {
        JournalCheck check = new JournalCheck();
        lines((line, number) -> check.sound(line, number));
        return check.result();
    }

    private void lines(LineReader reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            boolean more = true;
            for (int n = in.read(buffer); n >= 0 && more; n = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < n && more; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        more = give(reader, line, number++);
                        start = i + 1;
                    }
                }
                line.write(buffer, start, n - start);
            }
            if (more) {
                give(reader, line, number);
            }
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    /** A blank line, and a carriage return that some program added, are no harm. */
    private static boolean give(LineReader reader, ByteArrayOutputStream line, long number) throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\r' || bytes[length - 1] == ' ')) {
            length--;
        }
        return length == 0 || reader.read(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), number);
    }

    /** Gathers lines to transactions. */
    private static final class JournalReading {
        private final List<Transaction> transactions = new ArrayList<>();
        private JournalEntry begin;
        private List<Change> changes = new ArrayList<>();

        void add(JournalEntry entry) throws IOException {
            switch (entry.type()) {
                case JournalEntry.BEGIN -> {
                    begin = entry;
                    changes = new ArrayList<>();
                }
                case JournalEntry.CHANGE -> changes.add(entry.change());
                case JournalEntry.COMMIT -> {
                    if (begin != null && begin.id().equals(entry.id())) {
                        transactions.add(begin.transaction(changes, entry));
                    }
                    begin = null;
                }
                case JournalEntry.ABANDONED -> abandon(entry);
                default -> throw new IOException("(" + entry.type() + ") is no kind of line");
            }
        }

        private void abandon(JournalEntry entry) {
            int last = transactions.size() - 1;
            if (last >= 0 && transactions.get(last).id().equals(entry.id())) {
                Transaction former = transactions.get(last);
                transactions.set(
                        last,
                        new Transaction(
                                former.id(),
                                former.time(),
                                former.origin(),
                                former.note(),
                                former.changes(),
                                former.files(),
                                entry.texts(JournalEntry.WANTED).keySet(),
                                entry.text("why")));
            }
        }

        List<Transaction> transactions() {
            return transactions;
        }
    }
}
