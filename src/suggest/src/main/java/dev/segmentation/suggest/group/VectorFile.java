package dev.segmentation.suggest.group;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** The form in which vectors are kept: their number, keys, scales and steps, then a checksum of all that. */
final class VectorFile {
    private static final int MAGIC = 0x53475631;

    private VectorFile() {}

    /**
     * The vectors by key, in the order of the file.
     *
     * @param most a file that says it has more is damaged
     * @throws IOException if it is no such file or is damaged
     */
    static Map<Long, SentenceVector> read(InputStream file, int most) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(file, 1 << 16), new CRC32());
        DataInputStream in = new DataInputStream(checked);
        int magic = in.readInt();
        int size = in.readInt();
        if (magic != MAGIC || size < 0 || size > most) {
            throw new IOException("Not a file of vectors");
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
        if (in.readLong() != sum) {
            throw new IOException("The checksum is another");
        }
        return vectors;
    }

    /** Writes vectors. */
    static void write(Map<Long, SentenceVector> vectors, OutputStream file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(file, 1 << 16), new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(vectors.size());
        for (Map.Entry<Long, SentenceVector> one : vectors.entrySet()) {
            out.writeLong(one.getKey());
            out.writeFloat(one.getValue().scale());
            out.write(one.getValue().steps());
        }
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }
}
