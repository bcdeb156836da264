package dev.segmentation.suggest.website;

import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameTables;
import java.util.List;
import java.util.Set;

/** Tells names that schools all over the world share. */
final class SchoolNames {
    private static final Set<String> WORDS = Set.of(
            "SCHOOL",
            "HIGH",
            "ACADEMY",
            "COLLEGE",
            "UNIVERSITY",
            "INSTITUTE",
            "SECONDARY",
            "ELEMENTARY",
            "MIDDLE",
            "PRIMARY",
            "SAINT",
            "ST",
            "OUR",
            "LADY",
            "HOLY",
            "SACRED",
            "HEART",
            "TECHNOLOGY",
            "SCIENCE",
            "CENTRAL",
            "PUBLIC",
            "INTERNATIONAL",
            "TECHNICAL",
            "CITY",
            "NATIONAL",
            "STATE",
            "CENTER",
            "CENTRE",
            "DISTRICT",
            "COMMUNITY");

    private final NameTables tables;
    private final CommonNames common;

    SchoolNames(NameTables tables, CommonNames common) {
        this.tables = tables;
        this.common = common;
    }

    /** Whether a school of that name could be anywhere: of words that schools share, and at most a saint or a given name. */
    boolean nameless(List<String> words) {
        return words.stream().allMatch(word -> WORDS.contains(word) || tables.givenName(word) || common.contains(word));
    }
}
