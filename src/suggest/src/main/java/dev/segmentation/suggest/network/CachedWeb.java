package dev.segmentation.suggest.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.suggest.text.AnswerCache;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Asks services only for what they did not answer before. Faults, overloaded servers, answers that say an error, and pages that
 * somebody puts between, such as those to sign in, are not remembered.
 */
public final class CachedWeb implements Web {
    private static final int DEPTH = 60;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    private final Web web;
    private final AnswerCache cache;

    /** Keeps the answers of that web there. */
    public CachedWeb(Web web, AnswerCache cache) {
        this.web = web;
        this.cache = cache;
    }

    @Override
    public Answer get(URI address) throws IOException {
        String question = "GET " + address;
        Optional<String> kept = cache.get(question);
        if (kept.isPresent()) {
            JsonNode json = parse("The cache", kept.get());
            return new Answer(
                    URI.create(json.path("address").asText()),
                    json.path("status").asInt(),
                    json.path("type").asText(),
                    json.path("body").asText());
        }
        Answer answer = web.get(address);
        if (answer.good() && sound(answer)) {
            cache.put(question, JSON.valueToTree(answer).toString());
        }
        return answer;
    }

    private static boolean sound(Answer answer) {
        try {
            JsonNode json = parse("The service", answer.body());
            return json.isObject() && !json.has("error");
        } catch (IOException e) {
            return false;
        }
    }

    static JsonNode parse(String service, String text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException(service + " answers with something that is no JSON, or longer than the limit.", e);
        }
    }
}
