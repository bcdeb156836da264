package dev.segmentation.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A file that is only ever continued, line by line. Each {@link JournalLine} holds a checksum that follows from the line
 * before, so a line that was changed, taken out, put in or moved is found. What a kill left behind the last whole entry
 * does not count and is cut off by the next writer.
 */
public final class Journal {
    private static final int WINDOW = 1 << 14;

    private final Path file;
    private final FileSteps steps;

    /** A journal in that file, which need not be there. */
    public Journal(Path file, FileSteps steps) {
        this.file = file;
        this.steps = steps;
    }

    /** Takes the lines of a journal one by one. */
    public interface LineReader {
        /** Returns whether to go on; {@code ended} is false for a last line without a line break. */
        boolean read(byte[] line, long number, boolean ended) throws IOException;
    }

    /**
     * Where the last whole entry of a journal ends.
     *
     * @param length bytes up to the end of that entry
     * @param size bytes of the whole file; what lies between was cut off by a kill
     * @param open whether the last line lacks its line break
     * @param sum the sum of the last line
     * @param last the fields of the last line, {@code null} if there is none
     */
    public record End(long length, long size, boolean open, String sum, Map<String, Object> last) {
        static final End NONE = new End(0, 0, false, JournalLine.START, null);

        /** Whether something that never counted lies behind it. */
        public boolean torn() {
            return size > length;
        }
    }

    /** Reads all lines until the reader has enough. */
    public void lines(LineReader reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        if (!reader.read(line.toByteArray(), number++, true)) {
                            return;
                        }
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(buffer, start, n - start);
            }
            if (line.size() > 0) {
                reader.read(line.toByteArray(), number, false);
            }
        }
    }

    /**
     * Finds the end. Only the end of the file is read, however long the file is.
     *
     * @param whole whether an entry is whole with a line of these fields
     */
    public End end(Predicate<Map<String, Object>> whole) throws IOException {
        if (!Files.exists(file)) {
            return End.NONE;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            for (long window = WINDOW; ; window *= 4) {
                long from = Math.max(0, size - window);
                End end = search(bytes(channel, from, size), from, size, whole);
                if (end != null || from == 0) {
                    return end != null ? end : new End(0, size, false, JournalLine.START, null);
                }
            }
        }
    }

    private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until all is read
        }
        return bytes.array();
    }

    /** Looks for the last line that ends an entry; a line whose beginning is not there is not looked at. */
    private static End search(byte[] bytes, long from, long size, Predicate<Map<String, Object>> whole) {
        int end = bytes.length;
        while (end > 0) {
            int start = end;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
            if (start > 0 || from == 0) {
                boolean returned = end > start && bytes[end - 1] == '\r';
                byte[] line = Arrays.copyOfRange(bytes, start, returned ? end - 1 : end);
                Map<String, Object> fields = fields(line);
                if (fields != null && whole.test(fields)) {
                    boolean open = end == bytes.length;
                    return new End(from + end + (open ? 0 : 1), size, open, JournalLine.sum(line), fields);
                }
            }
            end = start - 1;
        }
        return null;
    }

    private static Map<String, Object> fields(byte[] line) {
        try {
            return JournalLine.sum(line) == null ? null : JournalLine.fields(line);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Cuts off what a kill left behind the end, after keeping it in another file if one is named.
     *
     * @return where the journal ends now
     */
    public End cut(End end, Path kept) throws IOException {
        if (kept != null) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                steps.write(kept, bytes(channel, end.length(), end.size()));
            }
        }
        steps.truncate(file, end.length());
        return new End(end.length(), end.length(), end.open(), end.sum(), end.last());
    }

    /**
     * Adds lines. They are all on disk when this returns, or none is there.
     *
     * @return where the journal ends now
     */
    public End append(End end, List<Map<String, Object>> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String sum = end.sum();
        if (end.open()) {
            out.write('\n');
        }
        for (Map<String, Object> entry : entries) {
            byte[] line = JournalLine.of(entry, sum);
            sum = JournalLine.sum(line);
            out.writeBytes(line);
            out.write('\n');
        }
        try {
            steps.append(file, out.toByteArray());
            if (end.length() == 0) {
                steps.force(file.toAbsolutePath().getParent());
            }
        } catch (IOException e) {
            try {
                steps.truncate(file, end.length());
            } catch (IOException again) {
                e.addSuppressed(again); // the next writer cuts it off
            }
            throw e;
        }
        long length = end.length() + out.size();
        return new End(length, length, false, sum, entries.get(entries.size() - 1));
    }
}
