package dev.segmentation.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills the templates of HTML pages. Every value is escaped on its way into a page, since names come from strangers. Templates
 * write numbers as {@code number.grouped} (1,234) or {@code number.round3} (0.123), and a text that others wrote as
 * {@code text.foreign}.
 */
public final class Html {
    private static final int LONGEST = 300;
    private static final List<String> TAGS = List.of(
            "page.html",
            "table.html",
            "bars.svg",
            "plot.svg",
            "moves.html",
            "changes.html",
            "successors.html",
            "singles.html",
            "scores.html",
            "thresholds.html",
            "pairs.html");
    private static final Engine ENGINE = engine();

    private Html() {}

    /**
     * Fills a template.
     *
     * @param template its file in the folder {@code templates} of the resources
     * @param data what the template calls by these names
     */
    public static String page(String template, Map<String, ?> data) {
        return ENGINE.getTemplate(template).render(data);
    }

    private static Engine engine() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(
                        (value, expression) -> value instanceof RawString ? value.toString() : escape(value.toString()))
                .addValueResolver(
                        property(Number.class, "grouped", number -> String.format(Locale.ROOT, "%,d", number)))
                .addValueResolver(property(String.class, "foreign", text -> new RawString(foreign(text))))
                .addLocator(Html::locate);
        for (int digits = 1; digits <= 3; digits++) {
            String format = "%." + digits + "f";
            engine.addValueResolver(property(
                    Number.class,
                    "round" + digits,
                    number -> String.format(Locale.ROOT, format, number.doubleValue())));
        }
        TAGS.forEach(tag ->
                engine.addSectionHelper(new UserTagSectionHelper.Factory(tag.substring(0, tag.indexOf('.')), tag)));
        return engine.build();
    }

    private static <T> ValueResolver property(Class<T> type, String name, Function<T, Object> value) {
        return ValueResolver.builder()
                .applyToBaseClass(type)
                .applyToName(name)
                .resolveSync(context -> value.apply(type.cast(context.getBase())))
                .build();
    }

    private static Optional<TemplateLocation> locate(String template) {
        InputStream file = Html.class.getResourceAsStream("/templates/" + template);
        return Optional.ofNullable(file).map(open -> new TemplateLocation() {
            @Override
            public Reader read() {
                return new InputStreamReader(open, StandardCharsets.UTF_8);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.empty();
            }
        });
    }

    /** The text as it may stand in an element or a quoted attribute; what is no character at all is replaced. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> out.appendCodePoint(displayable(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean displayable(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE;
    }

    /** A text that others wrote: cut to a readable length, and unable to turn the direction of what stands around it. */
    public static String foreign(String text) {
        int cut = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return "<bdi>" + escape(text.substring(0, cut)) + (cut < text.length() ? "…" : "") + "</bdi>";
    }
}
