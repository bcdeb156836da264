package dev.segmentation.suggest.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segmentation.suggest.text.PlainText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks organisations up in Wikidata, by three requests to its public interface: a search by name, the entities found, and the
 * names of what these refer to. Statements that are deprecated or have ended do not count, preferred ones come first.
 */
public final class Wikidata {
    private static final String API = "https://www.wikidata.org/w/api.php?format=json&";
    private static final String ID = "Q\\d{1,12}";
    private static final int HITS = 5;
    private static final int LABELS = 50;
    private static final int NAME = 150;
    private static final int TEXT = 300;
    private static final int VALUES = 10;

    private final Web web;

    /** Asks over that web, which should allow {@link Limits#DATA}. */
    public Wikidata(Web web) {
        this.web = web;
    }

    /**
     * Something that Wikidata knows; texts of strangers on one line each.
     *
     * @param id its id there
     * @param label its name, blank if it has none in English
     * @param description what it is, in a few words
     * @param aliases other names
     * @param websites its official websites, addresses of the web, the preferred one first
     * @param industries names of the industries it is in
     * @param kinds names of the classes it is an instance of
     * @param countries names of its countries
     * @param url where people can read about it
     */
    public record Entity(
            String id,
            String label,
            String description,
            List<String> aliases,
            List<String> websites,
            List<String> industries,
            List<String> kinds,
            List<String> countries,
            String url) {

        /** Copies the lists, so that an entity never changes. */
        public Entity {
            aliases = List.copyOf(aliases);
            websites = List.copyOf(websites);
            industries = List.copyOf(industries);
            kinds = List.copyOf(kinds);
            countries = List.copyOf(countries);
        }
    }

    /** What answers to that name, the best hit first; nothing for a blank name. */
    public List<Entity> find(String name) throws IOException {
        String asked = PlainText.line(name, NAME);
        if (asked.isEmpty()) {
            return List.of();
        }
        JsonNode hits = ask("action=wbsearchentities&type=item&language=en&uselang=en&limit=" + HITS + "&search="
                        + URLEncoder.encode(asked, StandardCharsets.UTF_8))
                .path("search");
        Set<String> ids = new LinkedHashSet<>();
        hits.forEach(hit -> ids.add(hit.path("id").asText()));
        ids.removeIf(id -> !id.matches(ID));
        if (ids.isEmpty()) {
            return List.of();
        }
        JsonNode entities = entities(ids, "labels|aliases|descriptions|claims");
        List<WikidataItem> items = ids.stream()
                .map(entities::path)
                .filter(json -> json.has("id") && !json.has("missing"))
                .map(WikidataItem::new)
                .toList();
        Map<String, String> names = names(items);
        return items.stream().map(item -> entity(item, names)).toList();
    }

    private static Entity entity(WikidataItem item, Map<String, String> names) {
        return new Entity(
                item.id(),
                PlainText.line(item.text("labels"), NAME),
                PlainText.line(item.text("descriptions"), TEXT),
                item.aliases()
                        .map(alias -> PlainText.line(alias, NAME))
                        .limit(VALUES)
                        .toList(),
                item.websites().limit(VALUES).toList(),
                named(item.items(WikidataItem.INDUSTRY), names),
                named(item.items(WikidataItem.KIND), names),
                named(item.items(WikidataItem.COUNTRY), names),
                "https://www.wikidata.org/wiki/" + item.id());
    }

    private static List<String> named(Stream<String> ids, Map<String, String> names) {
        return ids.map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .limit(VALUES)
                .toList();
    }

    private Map<String, String> names(List<WikidataItem> items) throws IOException {
        List<String> ids = new ArrayList<>(items.stream()
                .flatMap(item -> Stream.of(WikidataItem.INDUSTRY, WikidataItem.KIND, WikidataItem.COUNTRY)
                        .flatMap(item::items))
                .filter(id -> id.matches(ID))
                .distinct()
                .limit(LABELS)
                .toList());
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        entities(ids, "labels")
                .properties()
                .forEach(entry -> names.put(
                        entry.getKey(), PlainText.line(new WikidataItem(entry.getValue()).text("labels"), NAME)));
        return names;
    }

    private JsonNode entities(Iterable<String> ids, String properties) throws IOException {
        return ask("action=wbgetentities&languages=en&languagefallback=1&props="
                        + URLEncoder.encode(properties, StandardCharsets.UTF_8)
                        + "&ids="
                        + URLEncoder.encode(String.join("|", ids), StandardCharsets.UTF_8))
                .path("entities");
    }

    private JsonNode ask(String query) throws IOException {
        JsonNode json = JsonBody.of("Wikidata", web.get(URI.create(API + query)));
        if (json.has("error")) {
            throw new IOException("Wikidata says: "
                    + PlainText.line(json.path("error").path("info").asText(), TEXT));
        }
        return json;
    }
}
