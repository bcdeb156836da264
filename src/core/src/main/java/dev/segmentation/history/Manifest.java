package dev.segmentation.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.segmentation.files.Sha256;
import dev.segmentation.files.VisibleTree;
import dev.segmentation.output.RunReport;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code manifest.json}: which run made the files of a folder, from what, and their SHA-256. */
public final class Manifest {
    public static final String FILE = "manifest.json";

    private Manifest() {}

    /**
     * What a manifest says.
     *
     * @param run id of the run, blank if it names none
     * @param outputs SHA-256 of the files by name
     */
    public record Content(String run, Map<String, String> outputs) {}

    /** @throws IOException if there is no such file, or it is no JSON */
    public static Content read(Path file) throws IOException {
        String run = "";
        Map<String, String> outputs = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(file))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Content(run, outputs);
            }
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (field.equals("run") && value == JsonToken.VALUE_STRING) {
                    run = json.getText();
                } else if (field.equals("outputs") && value == JsonToken.START_OBJECT) {
                    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                        json.nextToken();
                        outputs.put(name, json.getText());
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Content(run, outputs);
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
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file)).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("run", report.runId());
            json.writeStringField("time", report.time().toString());
            json.writeStringField("command", scope.command());
            json.writeStringField("version", Version.product());
            counts(json, report);
            hashes(json, "inputs", hashes(inputs));
            json.writeStringField("rules", rules);
            Map<String, String> all = new TreeMap<>(standing);
            all.putAll(hashes(outputs));
            hashes(json, "outputs", all);
            json.writeEndObject();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void counts(JsonGenerator json, RunReport report) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("rows", report.rows());
        json.writeNumberField("customers", report.tally().customers());
        json.writeNumberField("masters", report.tally().masters());
        json.writeNumberField("mergedKeys", report.tally().mergedKeys());
        json.writeNumberField("unknown", report.tally().unknown());
        json.writeNumberField("unclassified", report.tally().unclassified());
        json.writeNumberField("queued", report.tally().queued());
        json.writeNumberField("conflicts", report.tally().conflicts());
        json.writeNumberField("worklist", report.tally().worklist());
        json.writeNumberField("rejected", report.rejected().size());
        json.writeEndObject();
    }

    private static void hashes(JsonGenerator json, String field, Map<String, String> hashes) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> hash : hashes.entrySet()) {
            json.writeStringField(hash.getKey(), hash.getValue());
        }
        json.writeEndObject();
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
