package dev.segmentation.suggest.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads what services answer. */
final class JsonBody {
    private static final int DEPTH = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    private JsonBody() {}

    /** The tree of a good answer; an answer of another kind, or one that was cut off, is an error that names the service. */
    static JsonNode of(String service, Web.Answer answer) throws IOException {
        if (!answer.good()) {
            throw new IOException(service + " answers with status " + answer.status() + ".");
        }
        return parse(service, answer.body());
    }

    /** The tree of a text. */
    static JsonNode parse(String service, String text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException(service + " answers with something that is no JSON, or longer than the limit.", e);
        }
    }

    /** A record of plain values as JSON. */
    static String write(Object values) {
        return MAPPER.valueToTree(values).toString();
    }
}
