package dev.segmentation.suggest.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segmentation.suggest.AnswerCache;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the web only for what was not answered before. Faults and overloaded servers are not remembered. */
public final class CachedWeb implements Web {
    private static final Set<Integer> LASTING = Set.of(404, 410);

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
        if (answer.good() || LASTING.contains(answer.status())) {
            cache.put(question, write(answer));
        }
        return answer;
    }

    private static String write(Answer answer) {
        return JsonBody.write(Map.of(
                "address", answer.address().toString(),
                "status", answer.status(),
                "type", answer.type(),
                "body", answer.body()));
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
