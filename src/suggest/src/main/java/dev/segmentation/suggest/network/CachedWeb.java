package dev.segmentation.suggest.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segmentation.suggest.text.AnswerCache;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Asks services only for what they did not answer before. Faults, overloaded servers, answers that say an error, and pages that
 * somebody puts between, such as those to sign in, are not remembered.
 */
public final class CachedWeb implements Web {
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
            return read(kept.get());
        }
        Answer answer = web.get(address);
        if (answer.good() && sound(answer)) {
            cache.put(question, JsonBody.write(answer));
        }
        return answer;
    }

    private static boolean sound(Answer answer) {
        try {
            JsonNode json = JsonBody.parse("The service", answer.body());
            return json.isObject() && !json.has("error");
        } catch (IOException e) {
            return false;
        }
    }

    private static Answer read(String kept) throws IOException {
        JsonNode json = JsonBody.parse("The cache", kept);
        return new Answer(
                URI.create(json.path("address").asText()),
                json.path("status").asInt(),
                json.path("type").asText(),
                json.path("body").asText());
    }
}
