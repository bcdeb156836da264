package dev.segmentation.suggest.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of whose it is. Pages are written by strangers: every text is cut, every search is bounded, and nothing in
 * them is followed.
 *
 * @param unusable why it is no company's website, blank if it may be one
 */
record PageNames(
        List<String> title, List<String> site, List<String> organisations, List<String> holders, String unusable) {
    private static final int BODY = 1_000_000;
    private static final int TEXT = 200;
    private static final int PARTS = 6;
    private static final int SCRIPTS = 10;
    private static final int SCRIPT = 200_000;
    private static final int NODES = 2_000;
    private static final int NEAR_END = 3_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Titles are divided by these; a hyphen only between spaces. */
    private static final Pattern DIVIDER = Pattern.compile("\\s*[|»«•·:]\\s*|\\s+[-\u2013\u2014~]\\s+");

    private static final Pattern WELCOME =
            Pattern.compile("(?i)^(?:welcome to|home ?page of|home of|home)\\b[\\s,:-]*");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?i)(?:\u00A9|\\(c\\)|copyright)[\\s\u00A9,]{0,5}(?:\\(c\\)\\s?)?(?:\\d{4}\\s?[-\u2013]?\\s?(?:\\d{4})?)?[\\s,]{0,3}(?:by )?"
                    + "([^.|\u00A9\\n]{2,80}?)(?:\\s*(?:\\d{4}|all rights|[.|\u00A9\\n]|$))");
    private static final Set<String> ORGANISATIONS = Set.of(
            ("organization corporation localbusiness collegeoruniversity educationalorganization school highschool"
                            + " governmentorganization ngo hospital medicalorganization medicalbusiness store restaurant"
                            + " hotel professionalservice homeandconstructionbusiness financialservice website airline"
                            + " library bankorcreditunion plumber electrician generalcontractor church dentist"
                            + " automotivebusiness legalservice realestateagent onlinebusiness sportsorganization")
                    .split(" "));

    static PageNames of(String html, String host) {
        Document page = Jsoup.parse(cut(html, BODY));
        String text = cut(page.text(), BODY);
        return new PageNames(
                parts(page.title()),
                site(page),
                organisations(page),
                holders(text),
                UnusablePage.why(page, text, host));
    }

    private static List<String> parts(String title) {
        String whole = line(title);
        return Stream.concat(
                        Stream.of(whole), Arrays.stream(DIVIDER.split(whole)).limit(PARTS))
                .distinct()
                .map(part -> WELCOME.matcher(part).replaceFirst(""))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static List<String> site(Document page) {
        return page.select("meta[property=og:site_name], meta[name=application-name], meta[name=author]").stream()
                .map(meta -> line(meta.attr("content")))
                .filter(name -> !name.isEmpty())
                .limit(PARTS)
                .toList();
    }

    private static List<String> organisations(Document page) {
        List<String> names = new ArrayList<>();
        page.select("script[type=application/ld+json]").stream()
                .limit(SCRIPTS)
                .map(Element::data)
                .filter(text -> text.length() <= SCRIPT)
                .forEach(text -> organisations(text, names));
        return names;
    }

    private static void organisations(String text, List<String> names) {
        Deque<JsonNode> open = new ArrayDeque<>();
        try {
            open.add(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return; // what is no JSON says nothing
        }
        for (int seen = 0; !open.isEmpty() && seen < NODES; seen++) {
            JsonNode node = open.poll();
            if (organisation(node.path("@type")) && names.size() < 2 * PARTS) {
                add(names, node.path("name"));
                add(names, node.path("legalName"));
            }
            for (JsonNode child : node) {
                if (child.isContainerNode() && open.size() < NODES) {
                    open.add(child);
                }
            }
        }
    }

    private static void add(List<String> names, JsonNode name) {
        if (name.isTextual() && !name.asText().isBlank()) {
            names.add(line(name.asText()));
        }
    }

    private static boolean organisation(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (organisation(one)) {
                    return true;
                }
            }
        }
        return type.isTextual() && ORGANISATIONS.contains(type.asText().toLowerCase(Locale.ROOT));
    }

    /** Copyright stands at the end. */
    private static List<String> holders(String text) {
        String end = text.substring(Math.max(0, text.length() - NEAR_END));
        return COPYRIGHT
                .matcher(end)
                .results()
                .limit(PARTS)
                .map(found -> line(found.group(1)))
                .toList();
    }

    private static String line(String text) {
        return cut(text, 4 * TEXT)
                .replaceAll("[\\p{Cntrl}\\s\u00A0]+", " ")
                .strip()
                .transform(t -> cut(t, TEXT));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
