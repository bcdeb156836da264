package dev.segmentation.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.JournalLine;
import dev.segmentation.files.Sha256;
import dev.segmentation.files.VisibleTree;
import dev.segmentation.output.RunReport;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code manifest.json}: which run made the files of a folder, from what, and their SHA-256.
 *
 * @param run id of the run, blank if it names none
 * @param outputs SHA-256 of the files by name
 */
public record Manifest(String run, Map<String, String> outputs) {
    /** Name of the file. */
    public static final String FILE = "manifest.json";

    private static final HexFormat HEX = HexFormat.of();

    /** @throws IOException if there is no such file, or it is no JSON */
    public static Manifest read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (JsonParser json = new JsonFactory().createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Manifest("", Map.of());
            }
        }
        Map<String, Object> fields = JournalLine.fields(bytes);
        Map<String, String> outputs = new LinkedHashMap<>();
        if (fields.get("outputs") instanceof Map<?, ?> map) {
            map.forEach((name, hash) -> outputs.put(name.toString(), hash.toString()));
        }
        return new Manifest(fields.get("run") instanceof String text ? text : "", outputs);
    }

    /** SHA-256 of a file. */
    public static String hash(Path file) throws IOException {
        try {
            return HEX.formatHex(sha256(file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes it; {@code standing} are the hashes, by name, of outputs that stand there already as this run would write them. */
    public static void write(
            Path file,
            RunScope scope,
            RunReport report,
            List<Path> inputs,
            String rules,
            List<Path> outputs,
            Map<String, String> standing)
            throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", report.runId());
        fields.put("time", report.time().toString());
        fields.put("command", scope.command());
        fields.put("version", Version.product());
        Map<String, Object> counts = new LinkedHashMap<>();
        RunHistory.counts(report)
                .forEach((name, count) -> counts.put(
                        name.substring(0, 1).toLowerCase(Locale.ROOT)
                                + name.substring(1).replace(" ", ""),
                        count));
        fields.put("counts", counts);
        fields.put("inputs", hashes(inputs));
        fields.put("rules", rules);
        Map<String, String> all = new TreeMap<>(standing);
        all.putAll(hashes(outputs));
        fields.put("outputs", all);
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file)).useDefaultPrettyPrinter()) {
            JournalLine.write(json, fields);
        }
        new FileSteps().force(file);
    }

    private static Map<String, String> hashes(List<Path> files) {
        List<Path> present = files.stream().filter(Files::isRegularFile).toList();
        List<byte[]> hashes = present.parallelStream().map(Manifest::sha256).toList();
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            byName.put(present.get(i).getFileName().toString(), HEX.formatHex(hashes.get(i)));
        }
        return byName;
    }

    /** SHA-256 over a rules folder. Locks and what a publication left are no rules. */
    public static String rules(Path folder) {
        MessageDigest all = Sha256.digest();
        try {
            List<Path> files = VisibleTree.of(folder).stream()
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            List<byte[]> hashes = files.parallelStream().map(Manifest::sha256).toList();
            for (int i = 0; i < hashes.size(); i++) {
                String path = VisibleTree.relative(folder, files.get(i));
                all.update(path.getBytes(StandardCharsets.UTF_8));
                all.update(hashes.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HEX.formatHex(all.digest());
    }

    private static byte[] sha256(Path file) {
        MessageDigest digest = Sha256.digest();
        try (OutputStream to = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
