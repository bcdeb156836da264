package dev.segmentation.suggest.group;

import dev.segmentation.files.Sha256;
import dev.segmentation.suggest.text.CacheFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps what was learned in the cache folder, by a hash of the examples: as long as no term, decision or known organisation
 * changes, nothing is learned twice. The file is a convenience: one that is damaged or cannot be written only costs time.
 */
public final class LearnedStore {
    /** Keeps nothing. */
    public static final LearnedStore NONE = new LearnedStore(null, "");

    /** Each is as large as the model, some twenty megabytes. */
    private static final int KEPT = 3;

    private static final String KIND = "learned-";

    private final Path folder;
    private final String product;

    /**
     * A store in that folder.
     *
     * @param folder made when it is first written to
     * @param product which build of the product this is; what another build learned is not used
     */
    public LearnedStore(Path folder, String product) {
        this.folder = folder;
        this.product = product;
    }

    record Learned(LinearModel words, Temperatures temperatures) {}

    Learned of(List<Example> examples, List<GroupModel.Trainer> more, Supplier<Learned> learn) {
        if (folder == null) {
            return learn.get();
        }
        Path file = folder.resolve(KIND + key(examples, more) + ".bin");
        Learned before = read(file);
        if (before != null) {
            return before;
        }
        Learned now = learn.get();
        write(file, now);
        return now;
    }

    private static Learned read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            MessageDigest digest = Sha256.digest();
            byte[] check = in.readNBytes(digest.getDigestLength());
            byte[] content = in.readAllBytes();
            if (!MessageDigest.isEqual(check, digest.digest(content))) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.wrap(content);
            Temperatures temperatures = new Temperatures(buffer.getDouble(), buffer.getDouble());
            LinearModel words = LinearModel.read(buffer, GroupModel.GROUPS);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return new Learned(words, temperatures);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            log(e);
            return null;
        }
    }

    private void write(Path file, Learned learned) {
        ByteBuffer buffer =
                ByteBuffer.allocate(2 * Double.BYTES + learned.words().bytes());
        buffer.putDouble(learned.temperatures().placed());
        buffer.putDouble(learned.temperatures().open());
        learned.words().write(buffer);
        try {
            CacheFile.write(file, out -> {
                out.write(Sha256.of(buffer.array()));
                out.write(buffer.array());
            });
            prune();
        } catch (IOException e) {
            log(e);
        }
    }

    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches(KIND + "\\w+\\.bin"))
                    .sorted(Comparator.comparing(file -> -file.toFile().lastModified()))
                    .toList();
        }
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    private String key(List<Example> examples, List<GroupModel.Trainer> more) {
        MessageDigest digest = Sha256.digest();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
            out.writeUTF(product);
            for (GroupModel.Trainer trainer : more) {
                out.writeUTF(trainer.id() + " " + trainer.weight());
            }
            for (Example example : examples.stream().sorted(Example.ORDER).toList()) {
                out.write(String.join(" ", example.words()).getBytes(StandardCharsets.UTF_8));
                out.writeByte('\n');
                out.writeByte(example.classification().group().ordinal());
                out.writeByte(example.kind().ordinal());
                out.writeBoolean(example.open());
            }
        } catch (IOException e) {
            throw new IllegalStateException("a digest takes every byte", e);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void log(IOException fault) {
        System.getLogger(LearnedStore.class.getName())
                .log(System.Logger.Level.WARNING, "what was learned cannot be kept: " + fault);
    }
}
