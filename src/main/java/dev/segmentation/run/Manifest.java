package dev.segmentation.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** {@code manifest.json}: which run made the files of a folder, from what, and their SHA-256. */
final class Manifest {
    static final String FILE = "manifest.json";

    private Manifest() {}

    static void write(Path file, RunReport report, List<Path> inputs, Path rules, List<Path> outputs)
            throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file)).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("run", report.runId());
            json.writeStringField("time", report.time().toString());
            json.writeStringField("version", Version.product());
            hashes(json, "inputs", inputs);
            json.writeStringField("rules", folderHash(rules));
            hashes(json, "outputs", outputs);
            json.writeEndObject();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void hashes(JsonGenerator json, String field, List<Path> files) throws IOException {
        json.writeObjectFieldStart(field);
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                json.writeStringField(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(sha256(file).digest()));
            }
        }
        json.writeEndObject();
    }

    private static String folderHash(Path folder) throws IOException {
        MessageDigest all = digest();
        try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                all.update(folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                all.update(sha256(file).digest());
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            while (in.read(buffer) >= 0) {
                // the stream updates the digest
            }
        }
        return digest;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
