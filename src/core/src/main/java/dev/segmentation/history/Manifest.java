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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** @throws IOException if there is no such file, or it is no JSON */
    public static Manifest read(Path file) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        String run = "";
        byte[] bytes = Files.readAllBytes(file);
        JsonToken first;
        try (JsonParser json = new JsonFactory().createParser(bytes)) {
            first = json.nextToken();
        }
        if (first == JsonToken.START_OBJECT) {
            Map<String, Object> fields = JournalLine.fields(bytes);
            run = fields.get("run") instanceof String text ? text : "";
            if (fields.get("outputs") instanceof Map<?, ?> map) {
                map.forEach((name, hash) -> outputs.put(name.toString(), hash.toString()));
            }
        }
        return new Manifest(run, outputs);
    }

    /** SHA-256 of a file. */
    public static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(sha256(file).digest());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** @param standing the hashes of outputs that stand there already as the run would have written them, by name */
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
        RunSummary.counts(report)
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

    /** The hashes of those files that there are, by name. */
    private static Map<String, String> hashes(List<Path> files) {
        List<Path> present = files.stream().filter(Files::isRegularFile).toList();
        List<String> hashes = present.parallelStream()
                .map(file -> HexFormat.of().formatHex(sha256(file).digest()))
                .toList();
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            byName.put(present.get(i).getFileName().toString(), hashes.get(i));
        }
        return byName;
    }

    /** Locks and what a publication left are no rules. */
    public static String rules(Path folder) {
        MessageDigest all = Sha256.digest();
        try {
            List<Path> files = VisibleTree.of(folder).stream()
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            List<byte[]> hashes =
                    files.parallelStream().map(file -> sha256(file).digest()).toList();
            for (int i = 0; i < hashes.size(); i++) {
                String path = VisibleTree.relative(folder, files.get(i));
                all.update(path.getBytes(StandardCharsets.UTF_8));
                all.update(hashes.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256(Path file) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest;
    }
}
