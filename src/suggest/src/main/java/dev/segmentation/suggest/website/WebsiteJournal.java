package dev.segmentation.suggest.website;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.files.OutputException;
import dev.segmentation.suggest.text.OpenMaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the network said of each master, written down at once, so that work that was cut off goes on where it stopped. Each
 * line holds the checksum of its content; a line that was torn, or changed by hand, counts for nothing. A master whose names
 * changed is asked for anew.
 */
public final class WebsiteJournal {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private final Map<String, Answer> answers = new HashMap<>();

    /** What was found for a master; {@code names} is a fingerprint of the names that were asked for. */
    private record Answer(String master, String names, List<WebsiteCandidate> candidates) {}

    private WebsiteJournal(Path file) {
        this.file = file;
    }

    /** Reads the journal of an output folder, or forgets it. */
    public static WebsiteJournal open(Path output, boolean fresh) {
        WebsiteJournal journal = new WebsiteJournal(output.resolve(".suggest").resolve("websites.jsonl"));
        try {
            if (fresh) {
                Files.deleteIfExists(journal.file);
            }
            journal.read();
        } catch (IOException e) {
            throw failure(journal.file, e);
        }
        return journal;
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            try {
                JsonNode read = JSON.readTree(line);
                Answer answer = JSON.treeToValue(read.get("answer"), Answer.class);
                if (answer != null && sum(answer).equals(read.path("sum").asText())) {
                    answers.put(answer.master(), answer);
                }
            } catch (JsonProcessingException | RuntimeException e) {
                continue; // torn, or no line of ours: the master is asked for again
            }
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            append("\n");
        }
    }

    /** What the network said of a master before, if its names are the same. */
    public Optional<List<WebsiteCandidate>> of(OpenMaster master) {
        Answer answer = answers.get(master.id());
        return answer == null || !answer.names().equals(names(master))
                ? Optional.empty()
                : Optional.of(answer.candidates());
    }

    /** Writes down what the network said. */
    public void keep(OpenMaster master, List<WebsiteCandidate> candidates) {
        Answer answer = new Answer(master.id(), names(master), List.copyOf(candidates));
        answers.put(master.id(), answer);
        try {
            JsonNode line = JSON.createObjectNode().putPOJO("answer", answer).put("sum", sum(answer));
            append(JSON.writeValueAsString(line) + "\n");
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private void append(String text) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String names(OpenMaster master) {
        return Fingerprint.of(
                (master.name() + "\n" + String.join("\n", master.spellings())).getBytes(StandardCharsets.UTF_8));
    }

    private static String sum(Answer answer) throws JsonProcessingException {
        return Fingerprint.of(JSON.writeValueAsBytes(answer));
    }

    private static OutputException failure(Path file, IOException e) {
        return new OutputException(
                file + " cannot be written (" + e + "). Maybe the folder is read-only, or the disk is full.", e);
    }
}
