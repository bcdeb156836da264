package dev.segmentation.decision.journal;

import dev.segmentation.files.FileSteps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the journal. The holder of the folder's lock alone may use it. */
final class JournalKeeper {
    private final Path folder;
    private final Path file;
    private final FileSteps steps;
    private JournalEnd end;

    JournalKeeper(Path folder, FileSteps steps) throws IOException {
        this.folder = folder;
        this.file = folder.resolve(DecisionJournal.FILE);
        this.steps = steps;
        this.end = JournalEnd.read(file);
    }

    /** Cuts off what a killed change left behind the last whole transaction, after keeping it aside. */
    Optional<String> mend(Instant now) throws IOException {
        if (!end.torn()) {
            return Optional.empty();
        }
        Path kept = folder.resolve(DecisionJournal.FILE + "." + FileNames.stamp(now) + ".torn");
        ByteBuffer tail = ByteBuffer.allocate(Math.toIntExact(end.size() - end.length()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (tail.hasRemaining() && channel.read(tail, end.length() + tail.position()) >= 0) {
                // until all is read
            }
        }
        steps.write(kept, tail.array());
        steps.truncate(file, end.length());
        end = JournalEnd.read(file);
        return Optional.of("A change was cut off before it counted; what the journal held of it is in " + kept + ".");
    }

    /** The last line, {@code null} if there is none. */
    JournalEntry last() {
        return end.last();
    }

    /** The fingerprints of the files as the last transaction left them; empty if there is none. */
    Map<String, String> state() {
        return last() == null ? Map.of() : last().texts(JournalEntry.STATE);
    }

    String nextId() {
        return Transaction.id(last() == null ? 1 : Transaction.number(last().id()) + 1);
    }

    /** Adds lines, the last of which ends a transaction. They are all on disk when this returns, or none is there. */
    void append(List<JournalEntry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String sum = end.sum();
        if (end.open()) {
            out.write('\n');
        }
        for (JournalEntry entry : entries) {
            byte[] line = JournalText.line(entry.fields(), sum);
            sum = JournalText.sum(line);
            out.writeBytes(line);
            out.write('\n');
        }
        try {
            steps.append(file, out.toByteArray());
            if (end.length() == 0) {
                steps.force(folder);
            }
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        long length = end.length() + out.size();
        end = new JournalEnd(length, length, false, sum, entries.get(entries.size() - 1));
    }

    private void takeBack(IOException fault) {
        try {
            steps.truncate(file, end.length());
        } catch (IOException e) {
            fault.addSuppressed(e); // the next change cuts it off
        }
    }
}
