package dev.segmentation.suggest.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.PlainText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A search service that the operator has set up: SearxNG, or the Search API of Brave. It may stand in the private network; no
 * other host is asked.
 */
public final class SearchService {
    private static final String URL = "SEGMENTER_SEARCH_URL";
    private static final String KEY = "SEGMENTER_SEARCH_KEY";

    private static final String BRAVE_HOST = "api.search.brave.com";
    private static final int HITS = 10;
    private static final int QUERY = 300;
    private static final int TITLE = 150;
    private static final int TEXT = 400;
    private static final int ADDRESS = 500;

    private final Web web;
    private final URI endpoint;

    SearchService(Web web, URI endpoint) {
        this.web = web;
        this.endpoint = endpoint;
    }

    /** The service that the environment names, if it names one. */
    public static Optional<SearchService> of(
            Map<String, String> environment, String agent, Limits limits, UnaryOperator<Web> cached) {
        String text = environment.getOrDefault(URL, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI endpoint = endpoint(text);
        String key = environment.getOrDefault(KEY, "").strip();
        Web web = PublicWeb.only(agent, limits, endpoint, headers(brave(endpoint), key));
        return Optional.of(new SearchService(cached.apply(web), endpoint));
    }

    private static URI endpoint(String text) {
        try {
            URI endpoint = URI.create(text.replaceFirst("/+$", ""));
            boolean plain = endpoint.getHost() != null
                    && endpoint.getRawUserInfo() == null
                    && endpoint.getRawQuery() == null
                    && endpoint.getRawFragment() == null
                    && text.matches("(?i)https?://.*");
            if (plain) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new IllegalArgumentException(URL + " (" + PlainText.line(text.replaceFirst("//[^/]*@", "//…@"), ADDRESS)
                + ") is no address of a search service. Write for example http://localhost:8888 for SearxNG or https://"
                + BRAVE_HOST + ".");
    }

    private static boolean brave(URI endpoint) {
        return BRAVE_HOST.equalsIgnoreCase(endpoint.getHost());
    }

    private static Map<String, String> headers(boolean brave, String key) {
        if (key.isEmpty()) {
            return Map.of("Accept", "application/json");
        }
        if (!key.matches("[\\x21-\\x7E]+")) {
            throw new IllegalArgumentException(KEY + " holds characters that no key has. Maybe a line break.");
        }
        return brave
                ? Map.of("Accept", "application/json", "X-Subscription-Token", key)
                : Map.of("Accept", "application/json", "Authorization", "Bearer " + key);
    }

    /** The best hits, some ten at most, with bounded texts of strangers; their addresses are not checked and not asked. */
    public List<Evidence> search(String query) throws IOException {
        String asked = URLEncoder.encode(PlainText.line(query, QUERY), StandardCharsets.UTF_8);
        JsonNode json;
        try {
            json = web.get(address(asked)).json("The search service");
        } catch (Web.OfflineException e) {
            throw new IOException("The search service cannot be reached", e); // the network need not be gone
        }
        return brave(endpoint)
                ? hits(json.path("web").path("results"), "description")
                : hits(json.path("results"), "content");
    }

    private URI address(String query) {
        String base = endpoint.toString();
        if (brave(endpoint)) {
            String whole = base.endsWith("/web/search") ? base : base + "/res/v1/web/search";
            return URI.create(whole + "?count=" + HITS + "&q=" + query);
        }
        String whole = base.endsWith("/search") ? base : base + "/search";
        return URI.create(whole + "?format=json&q=" + query);
    }

    private static List<Evidence> hits(JsonNode results, String text) {
        List<Evidence> hits = new ArrayList<>();
        for (JsonNode result : results) {
            String url = PlainText.line(result.path("url").asText(""), ADDRESS);
            if (hits.size() < HITS && url.matches("(?i)https?://\\S+") && url.length() < ADDRESS) {
                hits.add(new Evidence(
                        PlainText.withoutMarkup(result.path("title").asText(""), TITLE),
                        url,
                        PlainText.withoutMarkup(result.path(text).asText(""), TEXT)));
            }
        }
        return List.copyOf(hits);
    }
}
