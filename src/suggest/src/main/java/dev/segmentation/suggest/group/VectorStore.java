package dev.segmentation.suggest.group;

import dev.segmentation.files.Sha256;
import dev.segmentation.suggest.text.CacheFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Vectors of texts, each computed once and then kept in a file of the cache folder: their number, keys, scales and steps, then
 * a checksum of all that. The file is a convenience: one that is
 * damaged is dropped, one that cannot be written is done without, and of two processes the later one wins.
 */
final class VectorStore {
    static final int MOST = 100_000;

    private static final int CHUNK = 4096;
    private static final int MAGIC = 0x53475631;

    private final SentenceModel model;
    private final Path file;
    private final int most;
    private Map<Long, SentenceVector> kept;

    VectorStore(SentenceModel model, Path folder) {
        this(model, folder, MOST);
    }

    VectorStore(SentenceModel model, Path folder, int most) {
        this.model = model;
        this.file = folder.resolve("vectors-" + model.id() + ".bin");
        this.most = most;
    }

    synchronized Map<String, SentenceVector> of(Collection<String> texts) {
        if (kept == null) {
            kept = read();
        }
        Map<String, SentenceVector> found = new LinkedHashMap<>();
        Map<String, Long> missing = new LinkedHashMap<>();
        for (String text : texts) {
            long key = key(text);
            SentenceVector vector = kept.remove(key);
            if (vector == null) {
                missing.put(text, key);
            } else {
                kept.put(key, vector);
                found.put(text, vector);
            }
        }
        List<String> open = new ArrayList<>(missing.keySet());
        for (int from = 0; from < open.size(); from += CHUNK) {
            compute(open.subList(from, Math.min(open.size(), from + CHUNK)), missing, found);
        }
        return found;
    }

    private void compute(List<String> texts, Map<String, Long> keys, Map<String, SentenceVector> found) {
        List<float[]> vectors = model.vectors(texts);
        for (int i = 0; i < vectors.size(); i++) {
            SentenceVector vector = SentenceVector.of(vectors.get(i));
            kept.put(keys.get(texts.get(i)), vector);
            found.put(texts.get(i), vector);
        }
        write();
    }

    /** Those used last are at the end; the first ones go when there are too many. */
    private void write() {
        var oldest = kept.keySet().iterator();
        while (kept.size() > most) {
            oldest.next();
            oldest.remove();
        }
        try {
            CacheFile.write(file, this::write);
        } catch (IOException e) {
            // the next run computes them anew
        }
    }

    private void write(OutputStream file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(file, new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(kept.size());
        for (Map.Entry<Long, SentenceVector> one : kept.entrySet()) {
            out.writeLong(one.getKey());
            out.writeFloat(one.getValue().scale());
            out.write(one.getValue().steps());
        }
        out.writeLong(checked.getChecksum().getValue());
    }

    /** The vectors of the file in its order; none if it is missing, damaged or too large. */
    private Map<Long, SentenceVector> read() {
        try (InputStream buffered = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            CheckedInputStream checked = new CheckedInputStream(buffered, new CRC32());
            DataInputStream in = new DataInputStream(checked);
            int magic = in.readInt();
            int size = in.readInt();
            if (magic != MAGIC || size < 0 || size > most) {
                return new LinkedHashMap<>();
            }
            Map<Long, SentenceVector> vectors = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                long key = in.readLong();
                float scale = in.readFloat();
                byte[] steps = new byte[SentenceVector.SIZE];
                in.readFully(steps);
                vectors.put(key, new SentenceVector(scale, steps));
            }
            long sum = checked.getChecksum().getValue();
            return in.readLong() == sum ? vectors : new LinkedHashMap<>();
        } catch (IOException e) {
            return new LinkedHashMap<>();
        }
    }

    private long key(String text) {
        return ByteBuffer.wrap(Sha256.of(model.id() + '\n' + text)).getLong();
    }
}
