package dev.segmentation.suggest.workflow;

import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.table.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The two files of suggestions, their names and their columns, for whoever writes one and whoever reads it. */
public final class SuggestionFiles {
    /** Suggested industrial groups, in the output folder. */
    public static final String GROUPS = "AI_Assisted_Suggestions.csv";
    /** Suggested websites, in the output folder. */
    public static final String WEBSITES = "MasterWebsiteSuggestions.csv";

    /** By which people call the master; it stays until the next run. */
    public static final String RANK = "Rank";

    public static final String NAME = "Master Customer Name";
    public static final String CANONICAL = SegmentColumns.CANONICAL;

    static final String MERGED = "IsMerge";
    static final String KEYS = "MergeGroupSize";
    static final String QUERY = "Search Query";
    /** The most likely group; blank where nothing is suggested. */
    public static final String GROUP = "Suggested Industrial Group";

    public static final String DETAIL = "Suggested Industry Detail";
    public static final String SUPPORT = "Suggested Support Category";
    public static final String NAICS = "Suggested NAICS";
    public static final String METHOD = "Suggested Method";
    public static final String CONFIDENCE = "Suggested Confidence";
    public static final String WEBSITE = "Suggested Company Website";

    static final String EXAMPLES = "Example Original Names";
    public static final String NOTES = "Notes";
    public static final String ID = "Master Id";
    public static final String PROBABILITY = "Probability";
    public static final String SECOND_GROUP = "Second Group";
    public static final String SECOND_PROBABILITY = "Second Probability";

    static final String THIRD_GROUP = "Third Group";
    static final String THIRD_PROBABILITY = "Third Probability";
    /** Whether a language model alone names the first group. */
    public static final String CLAIMED = "Language Model Alone";
    /** Short hash that changes when what speaks for the suggestion changes, and behind it the {@link SuggestionSeal}. */
    public static final String EVIDENCE = "Evidence";

    public static final String SCORE = "Score";

    static final String REASON = "Reason";

    /** The columns of the groups, the likeliest first, and of their probabilities. */
    static final List<String> PLACES = List.of(GROUP, SECOND_GROUP, THIRD_GROUP);

    static final List<String> PROBABILITIES = List.of(PROBABILITY, SECOND_PROBABILITY, THIRD_PROBABILITY);

    static final int SOURCES = 3;

    /** The columns of {@link #GROUPS} in their order. */
    public static final List<String> GROUP_COLUMNS = join(
            List.of(RANK, NAME, CANONICAL, MERGED, KEYS, QUERY, GROUP, DETAIL, SUPPORT, NAICS, METHOD, CONFIDENCE),
            List.of(WEBSITE, EXAMPLES),
            sources(),
            List.of(NOTES, ID, PROBABILITY, SECOND_GROUP, SECOND_PROBABILITY, THIRD_GROUP, THIRD_PROBABILITY),
            List.of(CLAIMED, EVIDENCE));

    /** The columns of {@link #WEBSITES} in their order. */
    public static final List<String> WEBSITE_COLUMNS = join(
            List.of(RANK, NAME, CANONICAL, MERGED, KEYS, QUERY, WEBSITE), sources(), List.of(NOTES, ID, SCORE, REASON));

    /** What must be there of {@link #GROUPS} to be read. */
    public static final TableSpec GROUP_SPEC =
            spec(GROUP_COLUMNS, List.of(RANK, CANONICAL, ID, GROUP, PROBABILITY, EVIDENCE));

    static final TableSpec WEBSITE_SPEC = spec(WEBSITE_COLUMNS, List.of(RANK, CANONICAL, ID, WEBSITE, SCORE));

    private SuggestionFiles() {}

    /** Column of the title of a source. */
    public static String title(int source) {
        return "Source " + source + " Title";
    }

    /** Column of the address of a source. */
    public static String url(int source) {
        return "Source " + source + " URL";
    }

    /** The columns of all sources. */
    static List<String> sources() {
        List<String> columns = new ArrayList<>();
        for (int source = 1; source <= SOURCES; source++) {
            columns.add(title(source));
            columns.add(url(source));
        }
        return columns;
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static TableSpec spec(List<String> columns, List<String> required) {
        return new TableSpec(
                required,
                columns.stream().filter(column -> !required.contains(column)).toList());
    }
}
