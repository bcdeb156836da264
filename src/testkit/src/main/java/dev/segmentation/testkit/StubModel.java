package dev.segmentation.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A language model on this machine that says what a test wants. */
public final class StubModel implements AutoCloseable {
    /** What a good model says. */
    public static final String GOOD =
            """
            {"group": "Construction", "industry_detail": "Plumbing contractor", "naics": "238220",
             "support_category": "Mechanical Contractor", "probability": 0.97,
             "reason": "The name says plumbing.", "website": "acme.example"}""";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final StubServer server;

    private StubModel(StubServer server) {
        this.server = server;
    }

    /** A model that answers each question, given as the JSON that was sent. */
    public static StubModel answering(UnaryOperator<String> answers) {
        return badly((request, out) -> {
            String said = completion(answers.apply(request.body()));
            StubServer.send(out, 200, "application/json", said.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A model that behaves so. */
    public static StubModel badly(StubServer.Behaviour behaviour) {
        return new StubModel(StubServer.start(behaviour));
    }

    /** That text as the protocol carries it. */
    public static String completion(String text) {
        Map<String, Object> message = Map.of("role", "assistant", "content", text);
        return MAPPER.valueToTree(Map.of(
                        "id", "c1",
                        "object", "chat.completion",
                        "model", "m",
                        "choices", List.of(Map.of("index", 0, "finish_reason", "stop", "message", message)),
                        "usage", Map.of("prompt_tokens", 1_000, "completion_tokens", 100, "total_tokens", 1_100)))
                .toString();
    }

    /** The variables that name it, and more of them without their common beginning. */
    public Map<String, String> environment(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SEGMENTER_LLM_URL", server.uri("/v1").toString(),
                "SEGMENTER_LLM_MODEL", "m",
                "SEGMENTER_LLM_PER_MINUTE", "1000000"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put("SEGMENTER_LLM_" + more[i], more[i + 1]);
        }
        return environment;
    }

    /** The data of each question, as it was sent. */
    public List<String> questions() {
        return server.requests().stream().map(StubModel::data).toList();
    }

    /** How many messages each question had. */
    public List<Integer> messages() {
        return server.requests().stream()
                .map(request -> tree(request.body()).path("messages").size())
                .toList();
    }

    private static String data(StubServer.Request request) {
        return tree(request.body()).at("/messages/1/content").asText();
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
