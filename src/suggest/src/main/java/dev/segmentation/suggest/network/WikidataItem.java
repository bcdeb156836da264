package dev.segmentation.suggest.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An entity as Wikidata writes it.
 *
 * @param json the tree
 */
record WikidataItem(JsonNode json) {
    static final String INDUSTRY = "P452";
    static final String KIND = "P31";
    static final String COUNTRY = "P17";
    private static final String WEBSITE = "P856";
    private static final String END = "P582";
    private static final int LONGEST_ADDRESS = 300;

    String id() {
        return json.path("id").asText();
    }

    /** The label or the description in English, or what Wikidata gave for it. */
    String text(String kind) {
        JsonNode texts = json.path(kind);
        JsonNode text = texts.path("en");
        JsonNode any = texts.isEmpty() ? text : texts.iterator().next();
        return (text.isMissingNode() ? any : text).path("value").asText("");
    }

    Stream<String> aliases() {
        return stream(json.path("aliases")).flatMap(WikidataItem::stream).map(alias -> alias.path("value")
                .asText(""));
    }

    Stream<String> websites() {
        return values(WEBSITE)
                .map(JsonNode::asText)
                .filter(text -> text.matches("(?i)https?://\\S+") && text.length() <= LONGEST_ADDRESS);
    }

    /** The ids of the items that a property names. */
    Stream<String> items(String property) {
        return values(property).map(value -> value.path("id").asText("")).filter(id -> !id.isEmpty());
    }

    private Stream<JsonNode> values(String property) {
        return stream(json.path("claims").path(property))
                .filter(claim -> !rank(claim, "deprecated") && !ended(claim))
                .filter(claim ->
                        claim.path("mainsnak").path("snaktype").asText().equals("value"))
                .sorted(Comparator.comparing(claim -> !rank(claim, "preferred")))
                .map(claim -> claim.path("mainsnak").path("datavalue").path("value"));
    }

    private static boolean rank(JsonNode claim, String rank) {
        return claim.path("rank").asText().equals(rank);
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
