package dev.segmentation.suggest.website;

import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.WordLikeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Tells whether a billed name and a row of a register are one organisation, and how sure that is. A wrong website is worse
 * than none, so names that others may have need their legal form, and names of towns their state.
 */
final class RegisterMatch {
    /** What a company from abroad adds to the name of its American branch. */
    private static final Set<String> BRANCH = Set.of("USA", "US", "AMERICA", "UNITED STATES");

    /** Words that the names of schools all over the world share. */
    private static final Set<String> SCHOOLS =
            Set.of(("SCHOOL HIGH ACADEMY COLLEGE UNIVERSITY INSTITUTE SECONDARY ELEMENTARY MIDDLE PRIMARY SAINT ST OUR"
                            + " LADY HOLY SACRED HEART TECHNOLOGY SCIENCE CENTRAL PUBLIC INTERNATIONAL TECHNICAL CITY"
                            + " NATIONAL STATE CENTER CENTRE DISTRICT COMMUNITY")
                    .split(" "));

    private static final String ANY_STATE = "the state is not told";

    /** A word in at most so many names of all registers tells whose name it is. */
    private static final int RARE = 4;

    private static final int LONG = 6;

    private final NameTables tables;
    private final CommonNames common;
    private final NameAlignment alignment;
    private final ToIntFunction<String> count;
    private final PublicPlaces places;
    private final States states;

    RegisterMatch(
            NameTables tables, CommonNames common, ToIntFunction<String> count, PublicPlaces places, States states) {
        this.tables = tables;
        this.common = common;
        this.count = count;
        this.places = places;
        this.states = states;
        this.alignment =
                new NameAlignment(new WordLikeness(tables, w -> count.applyAsInt(w) > 0 || common.contains(w)), count);
    }

    /**
     * The website of the row; empty if it is another organisation, or may well be.
     *
     * @param contested receives the host if the name is too common for it
     */
    Optional<WebsiteCandidate> of(NameReading billed, NameReading listed, RegisterRow row, Set<String> contested) {
        List<String> how = new ArrayList<>();
        double likeness = alignment.of(billed, listed, how);
        if (likeness == 0) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(row.source() + " lists \"" + row.name() + "\"" + where(row));
        if (!how.isEmpty()) {
            reasons.add(String.join(", ", how));
        }
        double form = form(billed, listed, row, reasons);
        double score = likeness * form * place(billed, listed, row, reasons);
        if (score == 0 || form < 1 && elsewhere(billed, row)) {
            return Optional.empty();
        }
        if (anywhere(billed, row, likeness) || row.electionsOnly() || reasons.contains(ANY_STATE)) {
            contested.add(row.website());
        }
        Evidence evidence = new Evidence(row.source() + ": " + row.name(), "", row.website() + where(row));
        return Optional.of(new WebsiteCandidate(row.website(), score, reasons, List.of(evidence)));
    }

    private static String where(RegisterRow row) {
        String where = row.kind() == RegisterRow.Kind.GOVERNMENT ? row.city() + " " + row.state() : row.country();
        return where.isBlank() ? "" : " (" + where.strip() + ")";
    }

    private double form(NameReading billed, NameReading listed, RegisterRow row, List<String> reasons) {
        if (row.kind() != RegisterRow.Kind.COMPANY) {
            return otherThanCompany(billed, row, reasons);
        }
        boolean guarded = common.contains(listed.parsed().key());
        if (billed.form() == listed.form() && (!guarded || sameForm(billed, listed))) {
            return 1;
        }
        if (guarded) {
            return 0;
        }
        boolean distinctive = distinctive(listed.words());
        if (billed.form() == 0) {
            reasons.add("without its legal form " + listed.parsed().legalForm());
            return distinctive || listed.words().size() > 2 || row.american() ? 0.95 : 0;
        }
        reasons.add(
                listed.form() == 0
                        ? "listed without a legal form"
                        : "listed as " + listed.parsed().legalForm());
        return distinctive ? 0.9 : 0;
    }

    /** CORP LTD is not LTD: a common name needs its very form. */
    private static boolean sameForm(NameReading billed, NameReading listed) {
        return billed.form() != 0
                && billed.parsed().legalForm().split(" ").length
                        == listed.parsed().legalForm().split(" ").length;
    }

    private double otherThanCompany(NameReading billed, RegisterRow row, List<String> reasons) {
        if (common.contains(billed.parsed().key())) {
            return 0;
        }
        if (billed.form() == 0) {
            return 1;
        }
        reasons.add("billed with a legal form");
        return row.kind() == RegisterRow.Kind.ACADEMIC && distinctive(billed.words()) ? 0.9 : 0;
    }

    /** A company of Ohio and one abroad that differ in their legal form too are two; a branch for all America is not. */
    private static boolean elsewhere(NameReading billed, RegisterRow row) {
        return row.kind() == RegisterRow.Kind.COMPANY
                && !row.american()
                && billed.form() != 0
                && !billed.cut().isEmpty()
                && !BRANCH.contains(billed.cut());
    }

    /** A school abroad must have the very name that is billed, and no name that American schools may have. */
    private boolean anywhere(NameReading billed, RegisterRow row, double likeness) {
        return row.kind() == RegisterRow.Kind.ACADEMIC
                && !row.american()
                && (schoolAnywhere(billed.words()) || likeness < 1 && !distinctive(billed.words()));
    }

    /** Whether a school of that name could be anywhere: of words that schools share, and at most a saint or a given name. */
    private boolean schoolAnywhere(List<String> words) {
        return words.stream()
                .allMatch(word -> SCHOOLS.contains(word) || tables.givenName(word) || common.contains(word));
    }

    private double place(NameReading billed, NameReading listed, RegisterRow row, List<String> reasons) {
        if (row.local()) {
            return publicBody(billed, listed, row, reasons);
        }
        if (billed.cut().isEmpty()) {
            return 1;
        }
        reasons.add(billed.cut() + " read as its place");
        return distinctive(billed.words()) ? 0.93 : 0;
    }

    private double publicBody(NameReading billed, NameReading listed, RegisterRow row, List<String> reasons) {
        boolean town =
                !row.city().isEmpty() && billed.cut().startsWith(row.city().toUpperCase(Locale.ROOT));
        if (billed.state().equals(row.state())
                || billed.state().isEmpty()
                        && states.named(row.state(), billed.parsed().core())) {
            return 1;
        }
        if (!billed.state().isEmpty() || !billed.cut().isEmpty() && !town) {
            return 0;
        }
        if (town || billed.joined().equals(listed.joined()) && places.only(row.state(), listed.words())) {
            reasons.add("the only place of that name in the register");
            return 0.9;
        }
        reasons.add(ANY_STATE);
        return 1;
    }

    /** Whether some word is hardly anybody else's. */
    private boolean distinctive(List<String> words) {
        return words.stream()
                .anyMatch(word -> word.length() >= LONG
                        && count.applyAsInt(word) <= RARE
                        && !common.contains(word)
                        && !tables.properName(word));
    }
}
