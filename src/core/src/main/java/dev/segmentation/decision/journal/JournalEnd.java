package dev.segmentation.decision.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Where the last whole transaction of a journal ends. Only the end of the file is read, however long the file is.
 *
 * @param length bytes up to the end of that transaction
 * @param size bytes of the whole file; what lies between is a torn tail
 * @param open whether the last line lacks its line break
 * @param sum the sum of the last line
 * @param last the last line, {@code null} if there is none
 */
record JournalEnd(long length, long size, boolean open, String sum, JournalEntry last) {
    private static final int WINDOW = 1 << 14;

    static JournalEnd read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new JournalEnd(0, 0, false, JournalText.START, null);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            for (long window = WINDOW; ; window *= 4) {
                long from = Math.max(0, size - window);
                ByteBuffer bytes = ByteBuffer.allocate((int) (size - from));
                while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                    // until all is read
                }
                JournalEnd end = search(bytes.array(), from, size);
                if (end != null || from == 0) {
                    return end != null ? end : new JournalEnd(0, size, false, JournalText.START, null);
                }
            }
        }
    }

    /** Looks for the last line that ends a transaction; a line whose beginning is not there is not looked at. */
    private static JournalEnd search(byte[] bytes, long from, long size) {
        int end = bytes.length;
        while (end > 0) {
            int start = end;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
            if (start > 0 || from == 0) {
                byte[] line = trimmed(bytes, start, end);
                JournalEntry entry = entry(line);
                if (entry != null && entry.ends()) {
                    boolean open = end == bytes.length;
                    long length = from + end + (open ? 0 : 1);
                    return new JournalEnd(length, size, open, JournalText.sum(line), entry);
                }
            }
            end = start - 1;
        }
        return null;
    }

    private static byte[] trimmed(byte[] bytes, int start, int end) {
        boolean returned = end > start && bytes[end - 1] == '\r';
        return Arrays.copyOfRange(bytes, start, returned ? end - 1 : end);
    }

    private static JournalEntry entry(byte[] line) {
        try {
            return JournalText.sum(line) == null ? null : new JournalEntry(JournalText.fields(line));
        } catch (IOException e) {
            return null;
        }
    }

    boolean torn() {
        return size > length;
    }
}
