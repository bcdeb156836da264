package dev.segmentation.dedupe.linkage;

import java.util.Locale;
import java.util.stream.Stream;

/** What a pair of names is judged by. The name in lower case is the row of the model file; values lie near [0, 1]. */
enum Feature {
    INTERCEPT("words", 0, -2.0, "1 for every pair"),
    AGREEMENT("words", 1, 3.0, "share of the words' weight that agrees, words left over on both sides counting most"),
    AGREEMENT_ODDS("words", 1, 1.5, "the same as log odds, so that the last percents count"),
    MATCHED("words", 1, 1.5, "weight of the words that agree"),
    MATCHED_LITTLE("words", -1, -2.0, "how much the agreeing words lack to one rare word"),
    RAREST("words", 1, 3.0, "weight of the rarest word that agrees exactly"),
    LOSS("slips and abbreviations", -1, -0.7, "weight lost to slips of the keyboard and abbreviations"),
    SLIP_IN_SHORT_NAME("slips and abbreviations", -1, -3.0, "slips with little else to confirm them"),
    SLIP_OF_KNOWN_WORD(
            "slips and abbreviations",
            -1,
            -2.0,
            "share of the agreeing weight that agrees but for a slip between two words the list knows well"),
    SHORTENED("slips and abbreviations", -1, -1.0, "share of the agreeing weight that agrees only as abbreviation"),
    SHORTENED_IN_SHORT_NAME("slips and abbreviations", -1, -2.0, "abbreviations with little else to confirm them"),
    LEFT_BOTH("left over", -1, -6.0, "words left over on both sides: weight of the lighter side"),
    LEFT_BOTH_RARE("left over", -1, -6.0, "words left over on both sides: the lighter of the rarest two"),
    LEFT_ONE_RARE("left over", -1, -1.0, "words left over on one side only: the rarest of them"),
    LEFT_ONE_ONLY("left over", -1, -2.0, "1 if words are left over on exactly one side"),
    LEFT_ONE_PLACE("left over", 0, -0.5, "1 if only places are left over, and on one side"),
    LEFT_ONE_GROUP("left over", -1, -1.0, "1 if a word such as HOLDINGS or GROUP is left over on one side"),
    LEFT_ONE_BEHIND("left over", 0, 0.5, "1 if words are left over on one side only, and all behind those that agree"),
    LEFT_ONE_BRACKETED("left over", 0, 0.5, "1 if only words in parentheses are left over, and on one side"),
    PLACES_DIFFER("left over", -1, -2.0, "1 if each side names a place that the other lacks"),
    FIRST_AGREES("order", 1, 0.5, "1 if the first words agree"),
    FIRST_LEFT("order", -1, -1.0, "1 if a first word is left over"),
    ORDER("order", -1, -1.0, "1 if the agreeing words stand in another order"),
    ALL_AGREE("words", 1, 1.5, "1 if no word is left over on either side"),
    LETTERS_EQUAL("letters", 1, 1.0, "1 if the letters are the same once spaces are taken away"),
    LETTERS_ALIKE("letters", 1, 3.0, "how alike the letters are beyond eight tenths, spaces taken away"),
    ACRONYM(
            "initials",
            1,
            4.0,
            "one side abbreviates words of the other by their first letters: the more letters the more"),
    ONE_WORD_LEFT("left over", -1, -1.7, "one side is a single word: the rarest word that the other adds"),
    OTHER_NAME("other name", 0, 0.0, "1 if a trade name or a former name is compared"),
    FORMS_DIFFER("legal forms", -1, -1.5, "1 if both have a legal form and they differ"),
    NUMBERS_DIFFER("1 if each side has a number that the other lacks", "their numbers differ"),
    CONTRASTS_DIFFER(
            "1 if the words left over exclude each other, such as NORTH and SOUTH",
            "words of theirs exclude each other"),
    KINDS_DIFFER(
            "1 if the words left over tell two kinds of institution, such as CHURCH and SCHOOL",
            "they are two kinds of institution"),
    TOWNS_DIFFER(
            "1 if both are institutions and each names a place that the other lacks",
            "they are institutions of two places"),
    PERSONS_DIFFER("1 if both read as names of persons and their words differ", "they are two persons");

    private static final Feature[] VETOES = {
        NUMBERS_DIFFER, CONTRASTS_DIFFER, KINDS_DIFFER, TOWNS_DIFFER, PERSONS_DIFFER
    };

    private final String part;
    private final int sign;
    private final double handMade;
    private final String meaning;
    private final String veto;

    Feature(String part, int sign, double handMade, String meaning) {
        this(part, sign, handMade, meaning, null);
    }

    /** One that makes two names two companies however alike they are. */
    Feature(String meaning, String veto) {
        this("left over", -1, -6.0, meaning, veto);
    }

    Feature(String part, int sign, double handMade, String meaning, String veto) {
        this.veto = veto;
        this.part = part;
        this.sign = sign;
        this.handMade = handMade;
        this.meaning = meaning;
    }

    /** How the model file names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The part of the score that people read. */
    String part() {
        return part;
    }

    /** 1 if a higher value can only speak for one company, -1 if only against it, 0 if it depends on the list. */
    int sign() {
        return sign;
    }

    /** The weights that people would give; fitted ones stray from them only as far as the samples speak for it. */
    static double[] handMadeWeights() {
        return Stream.of(values()).mapToDouble(feature -> feature.handMade).toArray();
    }

    String meaning() {
        return meaning;
    }

    /** Why it keeps two names apart however alike they are, {@code null} if it does not. */
    String veto() {
        return veto;
    }

    /** The first that forbids that two names are one company, {@code null} if none does. */
    static Feature vetoIn(double[] values) {
        for (Feature feature : VETOES) {
            if (values[feature.ordinal()] > 0) {
                return feature;
            }
        }
        return null;
    }
}
