package dev.segmentation.decision.batch;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the section headings of batches mean, from {@code rules/common/batch-headings.csv}, which analysts edit. */
public final class BatchHeadings {
    /** Path of the table from the rules folder on. */
    public static final String FILE = "common/batch-headings.csv";

    private static final TableSpec SPEC =
            TableSpec.of("Heading").with("Meaning", "Industrial Group", "Support Category", "Note");
    private static final int LONGEST = 1_000;
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]");
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:section|part|group|batch)?\\s*(?:\\d+(?:\\.\\d+)*|[ivx]+|[a-z])\\s*[.):-]+\\s+|^\\d+(?:\\.\\d+)*\\s+");
    private static final Pattern SEPARATOR = Pattern.compile("[/,;|:]|\\s-+\\s|\\band\\b|\\bincluding\\b|\\bincl\\b");

    /** Words around the name of a group that say nothing more. */
    private static final Pattern FILLING = Pattern.compile(
            "^(?:all|new|more|the|other|updated|likely|probably|possibly|maybe)\\s+|\\s+(?:customers?|compan(?:y|ies)|accounts?"
                    + "|clients?|sector|section|list|entit(?:y|ies)|organi[sz]ations?|decisions?|names?|masters?|cont|continued"
                    + "|updated|part \\w+|\\d+)$");

    /** How analysts say that names need research, in whatever words. */
    private static final Pattern RESEARCH = Pattern.compile(
            "\\bai\\b.*\\bsearch|\\b(?:needs?|requires?|to|for)\\b.*\\b(?:research|review|search|look up)\\b|\\breview queue\\b");

    /** Notes on something are notes. */
    private static final Pattern TOPIC = Pattern.compile("(.+?) (?:of|on|for|about|to) .+");

    private final Map<String, Meaning> table = new HashMap<>();

    /**
     * What a heading says of the names under it.
     *
     * @param decides whether anything under it can be a decision
     * @param queued whether the names under it need research
     * @param groups the groups that it names: one decides, several leave it to each row
     * @param supports the support categories that it names
     * @param some whether these are those of some names at most, since it names the group as such too
     */
    public record Meaning(
            boolean decides, boolean queued, Set<IndustrialGroup> groups, Set<SupportCategory> supports, boolean some) {
        /** Under no heading, or one that leaves everything to the rows. */
        static final Meaning OPEN = new Meaning(true, false, Set.of(), Set.of(), false);

        private static final Meaning QUEUE = new Meaning(true, true, Set.of(), Set.of(), false);

        Meaning alsoQueued() {
            return new Meaning(decides, true, groups, supports, some);
        }

        Optional<IndustrialGroup> group() {
            return groups.size() == 1 ? Optional.of(groups.iterator().next()) : Optional.empty();
        }
    }

    /** Reads the table; an absent one leaves the names of the locked list. */
    public BatchHeadings(Path rules, Consumer<RowError> errors) {
        for (IndustrialGroup group : IndustrialGroup.values()) {
            boolean unknown = group == IndustrialGroup.UNKNOWN;
            table.put(
                    fold(group.label()),
                    new Meaning(true, unknown, unknown ? Set.of() : Set.of(group), Set.of(), false));
        }
        Path file = rules.resolve(FILE);
        TableReader.readIfPresent(file, SPEC, row -> add(row, errors), errors);
    }

    private void add(Row row, Consumer<RowError> errors) {
        String meaning = row.get("Meaning").toLowerCase(Locale.ROOT);
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (!Set.of("", "queue", "none").contains(meaning)) {
            errors.accept(row.error("Meaning", "not a meaning", "Write queue, none, or nothing for a group."));
        } else if (group.isEmpty() && !row.get("Industrial Group").isEmpty() || support.isEmpty()) {
            String column = support.isEmpty() ? "Support Category" : "Industrial Group";
            errors.accept(row.error(column, "not in the locked list", "Use a name of the locked list."));
        } else {
            table.put(
                    fold(row.get("Heading")),
                    new Meaning(
                            !meaning.equals("none"),
                            meaning.equals("queue"),
                            group.map(Set::of).orElse(Set.of()),
                            support.get() == SupportCategory.NONE ? Set.of() : Set.of(support.get()),
                            false));
        }
    }

    /** What a heading means, however loosely it is written; empty if nothing in it is known. */
    public Optional<Meaning> meaning(String heading) {
        Optional<Meaning> meaning = of(fold(heading));
        Matcher inside = PARENTHESES.matcher(heading);
        while (meaning.isEmpty() && inside.find()) {
            meaning = of(fold(inside.group(1) == null ? inside.group(2) : inside.group(1)));
        }
        boolean asks = meaning.isEmpty() && RESEARCH.matcher(fold(heading)).find();
        return asks ? Optional.of(Meaning.QUEUE) : meaning;
    }

    private Optional<Meaning> of(String folded) {
        Meaning whole = known(folded);
        return whole == null ? parts(folded) : Optional.of(whole);
    }

    /** What a text means as a whole, {@code null} if nothing. */
    private Meaning known(String folded) {
        Meaning meaning = table.get(folded);
        Matcher topic = TOPIC.matcher(folded);
        if (meaning == null && topic.matches()) {
            Meaning about = table.get(topic.group(1));
            return about == null || about.decides() ? null : about;
        }
        String rest = folded;
        while (meaning == null && FILLING.matcher(rest).find()) {
            rest = FILLING.matcher(rest).replaceAll("");
            meaning = table.get(rest);
        }
        return meaning;
    }

    /**
     * What the known ones among the parts mean together. Where a part names the group as such, the support category of
     * another part is that of some names at most.
     */
    private Optional<Meaning> parts(String folded) {
        List<Meaning> known = new ArrayList<>();
        for (String part : SEPARATOR.split(folded)) {
            Meaning meaning = known(fold(part));
            if (meaning != null) {
                known.add(meaning);
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Set<IndustrialGroup> groups = EnumSet.noneOf(IndustrialGroup.class);
        Set<SupportCategory> supports = new LinkedHashSet<>();
        boolean plain = false;
        boolean decides = false;
        boolean queued = false;
        for (Meaning meaning : known) {
            groups.addAll(meaning.groups());
            supports.addAll(meaning.supports());
            plain |= !meaning.groups().isEmpty() && meaning.supports().isEmpty();
            decides |= meaning.decides();
            queued |= meaning.queued();
        }
        return Optional.of(new Meaning(decides, queued, Set.copyOf(groups), supports, plain));
    }

    /** Without numbers, signs, text in parentheses and K–12, in lower case. */
    static String fold(String text) {
        String plain = cut(Normalizer.normalize(cut(text), Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[&+]", " and ");
        plain = PARENTHESES.matcher(plain).replaceAll(" ");
        plain = plain.replaceAll("[^\\p{L}\\p{N}/,;|:.)\\s-]", " ").strip();
        plain = NUMBER.matcher(plain).replaceFirst("");
        plain = plain.replaceAll("\\bk\\s*-?\\s*12\\b", " ").replaceAll("[.)]", " ");
        return plain.replaceAll("\\s*/\\s*", "/").replaceAll("\\s+", " ").replaceAll("^[\\s/,;|:-]+|[\\s/,;|:-]+$", "");
    }

    /** The beginning of a text: what is longer is no heading, and looking through all of it would take its time. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
