package dev.segmentation.suggest.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of a service as they were recorded: the first whose words stand in the address. */
public final class RecordedWeb implements Web {
    final List<String> asked = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** Wikidata, asked for Acme Steel. */
    public static RecordedWeb wikidata() {
        return new RecordedWeb()
                .with("action=wbsearchentities", 200, file("wikidata/search.json"))
                .with("props=labels|aliases|descriptions|claims", 200, file("wikidata/entities.json"))
                .with("props=labels&", 200, file("wikidata/labels.json"));
    }

    RecordedWeb with(String words, int status, String body) {
        answers.put(words, new Answer(URI.create("https://service.test/"), status, "application/json", body));
        return this;
    }

    public static String file(String name) {
        try {
            return Files.readString(Path.of("src/testkit/src/main/resources", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer get(URI address) throws IOException {
        String plain = URLDecoder.decode(address.toString(), StandardCharsets.UTF_8);
        asked.add(plain);
        for (Map.Entry<String, Answer> answer : answers.entrySet()) {
            if (plain.contains(answer.getKey())) {
                return answer.getValue();
            }
        }
        throw new IOException("nothing was recorded for " + plain);
    }
}
