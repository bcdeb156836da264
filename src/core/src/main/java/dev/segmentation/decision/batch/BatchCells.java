package dev.segmentation.decision.batch;

import dev.segmentation.customer.Host;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SupportCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single cells of a batch as loosely as they are written, and keeps what is odd about them for people. */
final class BatchCells {
    private static final Pattern NONE =
            Pattern.compile("(?i)[-\\u2010-\\u2015\\u2212.?\\s]*|n/?a\\.?|none|null|tbd|unknown");
    private static final Pattern DASH = Pattern.compile("(?i)[-\\u2010-\\u2015\\u2212\\s]*|n/?a\\.?");
    private static final Pattern RANGE = Pattern.compile("(?<!\\d)(31\\s*-\\s*33|44\\s*-\\s*45|48\\s*-\\s*49)(?!\\d)");
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])\\d{2,6}(?:\\.0+)?(?![\\d.]*\\d)");
    private static final Map<String, SupportCategory> SECTORS = Map.of(
            "44", SupportCategory.RETAIL,
            "45", SupportCategory.RETAIL,
            "72", SupportCategory.HOSPITALITY,
            "517", SupportCategory.TELECOMMUNICATIONS,
            "23822", SupportCategory.MECHANICAL_CONTRACTOR);
    /** The sector of a row tells these apart, whatever its heading says. */
    private static final Set<SupportCategory> SECTORS_APART =
            EnumSet.of(SupportCategory.RETAIL, SupportCategory.HOSPITALITY);

    private static final Map<String, SupportCategory> WORDS = Map.ofEntries(
            Map.entry("retail", SupportCategory.RETAIL),
            Map.entry("store", SupportCategory.RETAIL),
            Map.entry("shop", SupportCategory.RETAIL),
            Map.entry("grocer", SupportCategory.RETAIL),
            Map.entry("supermarket", SupportCategory.RETAIL),
            Map.entry("dealer", SupportCategory.RETAIL),
            Map.entry("hospitality", SupportCategory.HOSPITALITY),
            Map.entry("hotel", SupportCategory.HOSPITALITY),
            Map.entry("motel", SupportCategory.HOSPITALITY),
            Map.entry("inn ", SupportCategory.HOSPITALITY),
            Map.entry("resort", SupportCategory.HOSPITALITY),
            Map.entry("lodging", SupportCategory.HOSPITALITY),
            Map.entry("casino", SupportCategory.HOSPITALITY),
            Map.entry("restaurant", SupportCategory.HOSPITALITY),
            Map.entry("dining", SupportCategory.HOSPITALITY),
            Map.entry("food service", SupportCategory.HOSPITALITY),
            Map.entry("telecom", SupportCategory.TELECOMMUNICATIONS),
            Map.entry("mechanical", SupportCategory.MECHANICAL_CONTRACTOR),
            Map.entry("hvac", SupportCategory.MECHANICAL_CONTRACTOR),
            Map.entry("plumbing", SupportCategory.MECHANICAL_CONTRACTOR));

    private final BatchHeadings headings;
    private final List<String> remarks = new ArrayList<>();

    BatchCells(BatchHeadings headings) {
        this.headings = headings;
    }

    List<String> remarks() {
        return remarks;
    }

    static boolean none(String text) {
        return NONE.matcher(text.strip()).matches();
    }

    /** Whether a cell is blank but for dashes and the like. */
    static boolean dash(String text) {
        return DASH.matcher(text.strip()).matches();
    }

    String naics(String cell) {
        if (none(cell)) {
            return "";
        }
        String text = cell.replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        Matcher range = RANGE.matcher(text);
        Matcher code = CODE.matcher(text);
        boolean ranged = range.find();
        boolean coded = code.find();
        if (!ranged && !coded) {
            remarks.add("NAICS \"" + cell + "\" is no code of two to six digits; left blank");
            return "";
        }
        boolean first = ranged && (!coded || range.start() <= code.start());
        String found =
                first ? range.group(1).replaceAll("\\s", "") : code.group().replaceFirst("\\.0+$", "");
        int end = first ? range.end() : code.end();
        if (CODE.matcher(text.substring(end)).find()) {
            remarks.add("NAICS \"" + cell + "\" holds several codes; the first counts");
        }
        return found;
    }

    Method method(String cell) {
        String text = cell.replaceAll("\\(.*?\\)", " ").strip();
        if (none(text)) {
            return null;
        }
        Optional<Method> exact = Method.parse(text);
        if (exact.isPresent()) {
            return exact.get();
        }
        String folded = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
        Method method = null;
        if (folded.matches("ai\\b.*|.*\\bai (assisted|search)\\b.*|.*\\bassisted search\\b.*|.*\\bweb search\\b.*")) {
            method = Method.AI_ASSISTED_SEARCH;
        } else if (folded.startsWith("manual") || folded.startsWith("human") || folded.startsWith("analyst")) {
            method = Method.MANUAL_OVERRIDE;
        } else if (folded.startsWith("rule")) {
            method = Method.RULE_BASED;
        } else if (folded.startsWith("entity") || folded.startsWith("inference")) {
            method = Method.ENTITY_INFERENCE;
        } else if (folded.startsWith("heuristic")) {
            method = Method.HEURISTIC;
        } else if (folded.startsWith("unclassified")) {
            method = Method.UNCLASSIFIED;
        } else {
            remarks.add("\"" + cell + "\" is no method of the locked list; left blank");
        }
        return method;
    }

    /** The support category of a cell; if it has none, the one of the heading's that fits the row. */
    SupportCategory support(String cell, BatchHeadings.Meaning heading, String naics, String detail) {
        Set<SupportCategory> ofHeading = heading.supports();
        if (!none(cell)) {
            Optional<SupportCategory> parsed = SupportCategory.parse(cell.replaceAll("\\(.*?\\)", " "));
            if (parsed.isPresent()) {
                return parsed.get();
            }
            Set<SupportCategory> named =
                    headings.meaning(cell).map(BatchHeadings.Meaning::supports).orElse(Set.of());
            if (named.size() == 1) {
                return named.iterator().next();
            }
            remarks.add("\"" + cell + "\" is no support category of the locked list; left blank");
            return SupportCategory.NONE;
        }
        if (!ofHeading.isEmpty()) {
            boolean one = ofHeading.size() == 1 && !heading.some();
            Set<SupportCategory> possible = one ? SECTORS_APART : ofHeading;
            SupportCategory fitting = bySector(naics, possible).orElseGet(() -> byWord(detail, ofHeading));
            if (one && fitting == SupportCategory.NONE) {
                return ofHeading.iterator().next();
            }
            if (fitting == SupportCategory.NONE && !heading.some()) {
                remarks.add("the heading names several support categories and the row tells none; left blank");
            }
            return fitting;
        }
        return SupportCategory.NONE;
    }

    private static Optional<SupportCategory> bySector(String naics, Set<SupportCategory> possible) {
        return SECTORS.entrySet().stream()
                .filter(sector -> naics.startsWith(sector.getKey()) && possible.contains(sector.getValue()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static SupportCategory byWord(String detail, Set<SupportCategory> possible) {
        String text = " " + detail.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        return WORDS.entrySet().stream()
                .filter(word -> text.contains(" " + word.getKey()) && possible.contains(word.getValue()))
                .min(Comparator.comparing(word -> text.indexOf(" " + word.getKey())))
                .map(Map.Entry::getValue)
                .orElse(SupportCategory.NONE);
    }

    String website(MarkdownReader.Cell cell) {
        if (none(cell.text()) && cell.link().isEmpty()) {
            return "";
        }
        String first =
                cell.text().replaceAll("[<>\"'\u201C\u201D]", " ").strip().split("[\\s,;]+", 2)[0];
        Optional<String> host = host(first).or(() -> host(cell.link()));
        if (host.isEmpty()) {
            remarks.add("\"" + cell.text() + "\" is no website; left blank");
        }
        return host.orElse("");
    }

    /** A mail address is none: its host is often that of somebody who offers mail to all. */
    private static Optional<String> host(String text) {
        return text.contains("@") ? Optional.empty() : Host.bare(text.replaceFirst("^//", ""));
    }
}
