package dev.segmentation.suggest.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.suggest.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a language model answered, as far as it may be believed: one object with the known fields, a group that was offered.
 * Texts are cut to lines for a table; a code or a host that does not exist is left out.
 *
 * @param probability what the model thinks of it, at most {@link #SUREST}
 */
record Reply(Classification classification, double probability, String reason, String website) {
    static final String GROUP = "group";
    static final String DETAIL = "industry_detail";
    static final String NAICS = "naics";
    static final String SUPPORT = "support_category";
    static final String PROBABILITY = "probability";
    static final String REASON = "reason";
    static final String WEBSITE = "website";
    static final List<String> FIELDS = List.of(GROUP, DETAIL, NAICS, SUPPORT, PROBABILITY, REASON, WEBSITE);

    /** Models are surer of themselves than they should be, and this one is not calibrated. */
    static final double SUREST = 0.9;

    private static final int DETAIL_LENGTH = 60;
    private static final int REASON_LENGTH = 200;
    private static final int LONGEST = 10_000;
    private static final Pattern FENCE = Pattern.compile("```(?:json|JSON)?\\s*\\R(.*)\\R\\s*```", Pattern.DOTALL);

    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(3).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The answer; empty for anything that is not exactly what was asked for. */
    static Optional<Reply> read(
            String text, List<IndustrialGroup> groups, Predicate<String> naics, Predicate<String> host) {
        JsonNode json = object(text);
        if (json == null || !wellFormed(json)) {
            return Optional.empty();
        }
        Optional<IndustrialGroup> group = groups.stream()
                .filter(one -> one != IndustrialGroup.UNKNOWN)
                .filter(one -> one.label().equals(json.get(GROUP).textValue()))
                .findFirst();
        Optional<SupportCategory> support =
                SupportCategory.parse(json.path(SUPPORT).asText(""));
        double probability = json.get(PROBABILITY).doubleValue();
        if (group.isEmpty() || support.isEmpty() || !Double.isFinite(probability)) {
            return Optional.empty();
        }
        String code = json.path(NAICS).asText("").strip();
        String website = json.path(WEBSITE).asText("").strip().toLowerCase(Locale.ROOT);
        return Optional.of(new Reply(
                new Classification(
                        group.get(),
                        plain(json, DETAIL, DETAIL_LENGTH),
                        code.matches("[0-9]{2,6}") && naics.test(code) ? code : "",
                        support.get()),
                Math.max(0, Math.min(SUREST, probability)),
                plain(json, REASON, REASON_LENGTH),
                !website.isEmpty() && host.test(website) ? website : ""));
    }

    private static JsonNode object(String text) {
        String json = text.strip();
        Matcher fence = FENCE.matcher(json);
        if (json.length() > LONGEST) {
            return null;
        }
        try {
            JsonNode tree = STRICT.readTree(fence.matches() ? fence.group(1) : json);
            return tree != null && tree.isObject() ? tree : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Known fields of the right kind only; the refinements may be absent. */
    private static boolean wellFormed(JsonNode json) {
        for (var field : json.properties()) {
            boolean number = field.getKey().equals(PROBABILITY);
            JsonNode value = field.getValue();
            boolean code = field.getKey().equals(NAICS) && value.isInt();
            boolean fits = number ? value.isNumber() : value.isTextual() || value.isNull() || code;
            if (!FIELDS.contains(field.getKey()) || !fits) {
                return false;
            }
        }
        return json.path(GROUP).isTextual() && json.path(PROBABILITY).isNumber();
    }

    /** A line for people; one with marks of a page in it is left out. */
    private static String plain(JsonNode json, String field, int longest) {
        String text = json.path(field).isTextual() ? json.get(field).textValue() : "";
        return PlainText.marked(text) ? "" : PlainText.line(text, longest);
    }
}
