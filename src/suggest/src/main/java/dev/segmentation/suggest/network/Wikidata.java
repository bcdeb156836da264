package dev.segmentation.suggest.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segmentation.suggest.text.PlainText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks organisations up in Wikidata, by three requests to its public interface: a search by name, the entities found, and the
 * names of what these refer to. Statements that are deprecated or have ended do not count, preferred ones come first.
 */
final class Wikidata {
    private static final String SITE = "https://www.wikidata.org/";
    private static final String API = SITE + "w/api.php?format=json&";
    private static final String ID = "Q\\d{1,12}";
    private static final String INDUSTRY = "P452";
    private static final String KIND = "P31";
    private static final String COUNTRY = "P17";
    private static final String WEBSITE = "P856";
    private static final String END = "P582";
    private static final int HITS = 5;
    private static final int LABELS = 50;
    private static final int NAME = 150;
    private static final int TEXT = 300;
    private static final int ADDRESS = 300;
    private static final int VALUES = 10;

    private final Web web;
    private final IndustryTable table;

    Wikidata(Web web, IndustryTable table) {
        this.web = web;
        this.table = table;
    }

    /**
     * Something that Wikidata knows; texts of strangers on one line each.
     *
     * @param websites its official websites, addresses of the web, the preferred one first
     */
    record Entity(
            String label,
            String description,
            List<String> aliases,
            List<String> websites,
            List<String> industries,
            List<String> kinds,
            List<String> countries,
            String url) {

        List<String> names() {
            return Stream.concat(Stream.of(label), aliases.stream()).toList();
        }
    }

    /** What answers to that name and may be a customer, the best hit first; nothing for a blank name. */
    List<Entity> find(String name) throws IOException {
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
        List<JsonNode> items = ids.stream()
                .map(entities::path)
                .filter(json -> json.has("id") && !json.has("missing"))
                .toList();
        Map<String, String> names = names(items);
        return items.stream()
                .map(item -> entity(item, names))
                .filter(entity -> !table.noCustomer(entity.kinds()))
                .toList();
    }

    private static Entity entity(JsonNode item, Map<String, String> names) {
        return new Entity(
                PlainText.line(text(item, "labels"), NAME),
                PlainText.line(text(item, "descriptions"), TEXT),
                stream(item.path("aliases"))
                        .flatMap(Wikidata::stream)
                        .map(alias -> PlainText.line(alias.path("value").asText(""), NAME))
                        .limit(VALUES)
                        .toList(),
                values(item, WEBSITE)
                        .map(JsonNode::asText)
                        .filter(text -> text.matches("(?i)https?://\\S+") && text.length() <= ADDRESS)
                        .limit(VALUES)
                        .toList(),
                named(item, INDUSTRY, names),
                named(item, KIND, names),
                named(item, COUNTRY, names),
                SITE + "wiki/" + item.path("id").asText());
    }

    private static List<String> named(JsonNode item, String property, Map<String, String> names) {
        return ids(item, property)
                .map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .limit(VALUES)
                .toList();
    }

    private Map<String, String> names(List<JsonNode> items) throws IOException {
        List<String> ids = items.stream()
                .flatMap(item -> Stream.of(INDUSTRY, KIND, COUNTRY).flatMap(property -> ids(item, property)))
                .filter(id -> id.matches(ID))
                .distinct()
                .limit(LABELS)
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            entities(ids, "labels")
                    .properties()
                    .forEach(one -> names.put(one.getKey(), PlainText.line(text(one.getValue(), "labels"), NAME)));
        }
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
        JsonNode json = web.get(URI.create(API + query)).json("Wikidata");
        if (json.has("error")) {
            throw new IOException("Wikidata says: "
                    + PlainText.line(json.path("error").path("info").asText(), TEXT));
        }
        return json;
    }

    /** The label or the description in English, or what Wikidata gave for it. */
    private static String text(JsonNode item, String kind) {
        JsonNode texts = item.path(kind);
        JsonNode text = texts.path("en");
        JsonNode any = texts.isEmpty() ? text : texts.iterator().next();
        return (text.isMissingNode() ? any : text).path("value").asText("");
    }

    private static Stream<String> ids(JsonNode item, String property) {
        return values(item, property).map(value -> value.path("id").asText("")).filter(id -> !id.isEmpty());
    }

    private static Stream<JsonNode> values(JsonNode item, String property) {
        return stream(item.path("claims").path(property))
                .filter(claim -> !claim.path("rank").asText().equals("deprecated") && !ended(claim))
                .filter(claim ->
                        claim.path("mainsnak").path("snaktype").asText().equals("value"))
                .sorted(Comparator.comparing(
                        claim -> !claim.path("rank").asText().equals("preferred")))
                .map(claim -> claim.path("mainsnak").path("datavalue").path("value"));
    }

    /** A date of the end, even one that nobody knows, says that the statement is of the past; "no value" says that it holds. */
    private static boolean ended(JsonNode claim) {
        return stream(claim.path("qualifiers").path(END))
                .anyMatch(end -> !end.path("snaktype").asText().equals("novalue"));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
