package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Known organisations by the key of their name, as one block of bytes: a run looks up a few thousand of them, so reading
 * the block is all that a start costs. Sorted 64-bit hashes of the keys come first, then the place of each record, then
 * the records; a record repeats its key, so that equal hashes do no harm.
 */
public final class EntityIndex {
    private static final int HEADER = Integer.BYTES;

    private final ByteBuffer bytes;
    private final int size;

    private EntityIndex(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.size = this.bytes.getInt(0);
    }

    /**
     * The index of a folder, from the cache where the same tables were read before.
     *
     * @param sound whether what was read may be kept: without errors, and of the very tables that the hash is of
     */
    public static EntityIndex load(EntityTable table, String hash, RulesCache cache, BooleanSupplier sound) {
        String name = "entities-" + hash + ".bin";
        byte[] cached = cache.read(name);
        if (cached != null) {
            return new EntityIndex(cached);
        }
        byte[] built = build(table.read());
        if (sound.getAsBoolean()) {
            cache.write(name, built);
        }
        return new EntityIndex(built);
    }

    public static EntityIndex of(Map<String, EntityRow> rows) {
        return new EntityIndex(build(rows));
    }

    private static byte[] build(Map<String, EntityRow> rows) {
        List<Map.Entry<String, EntityRow>> sorted = rows.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, EntityRow> e) -> hash(e.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        ByteBuffer directory = ByteBuffer.allocate(HEADER + sorted.size() * (Long.BYTES + Integer.BYTES));
        directory.putInt(sorted.size());
        sorted.forEach(e -> directory.putLong(hash(e.getKey())));
        for (Map.Entry<String, EntityRow> entry : sorted) {
            directory.putInt(directory.capacity() + records.size());
            write(records, entry.getKey(), entry.getValue());
        }
        byte[] all = new byte[directory.capacity() + records.size()];
        System.arraycopy(directory.array(), 0, all, 0, directory.capacity());
        System.arraycopy(records.toByteArray(), 0, all, directory.capacity(), records.size());
        return all;
    }

    private static void write(ByteArrayOutputStream records, String key, EntityRow row) {
        try {
            DataOutputStream out = new DataOutputStream(records);
            out.writeUTF(key);
            out.writeUTF(row.name());
            out.writeByte(row.classification().group().ordinal());
            out.writeUTF(row.classification().detail());
            out.writeUTF(row.classification().naics());
            out.writeByte(row.classification().support().ordinal());
            out.writeUTF(row.source());
            out.writeUTF(row.file());
            out.writeInt(row.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The organisation of that name, {@code null} if none is known; one of the same kind of legal form comes first. */
    public EntityRow find(ParsedName name, NameTables tables) {
        EntityRow row = find(EntityTable.withForm(name, tables));
        return row != null ? row : find(name.key());
    }

    /** The organisation of that key, {@code null} if none is known. */
    EntityRow find(String key) {
        long wanted = hash(key);
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashAt(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < size && hashAt(i) == wanted; i++) {
            EntityRow row = read(i, key);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    public int size() {
        return size;
    }

    private long hashAt(int index) {
        return bytes.getLong(HEADER + index * Long.BYTES);
    }

    private EntityRow read(int index, String key) {
        int offset = bytes.getInt(HEADER + size * Long.BYTES + index * Integer.BYTES);
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes.array(), offset, bytes.capacity() - offset))) {
            if (!in.readUTF().equals(key)) {
                return null;
            }
            String name = in.readUTF();
            IndustrialGroup group = IndustrialGroup.values()[in.readByte()];
            String detail = in.readUTF();
            String naics = in.readUTF();
            SupportCategory support = SupportCategory.values()[in.readByte()];
            return new EntityRow(
                    name, new Classification(group, detail, naics, support), in.readUTF(), in.readUTF(), in.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FNV-1a over the UTF-16 units of the key. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
