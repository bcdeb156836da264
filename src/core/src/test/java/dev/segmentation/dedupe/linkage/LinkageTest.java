package dev.segmentation.dedupe.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.dedupe.Book;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names are one company and which are two, whatever else they share. */
class LinkageTest {

    @ParameterizedTest
    @CsvSource({
        "BANKOFAMERICA, BANK OF AMERICA",
        "FED EX FREIGHT SYSTEMS, FEDEX FREIGHT SYSTEMS",
        "KALAMAZOO VALVE SERIVCES, KALAMAZOO VALVE SERVICES",
        "INTL BUSINESS MCHN, INTERNATIONAL BUSINESS MACHINES CORP",
        "OAKMONT TERRACE II LLC, OAKMONT TERRACE 2 LLC",
        "Ohio Valley Electric Corporation (OVEC), OHIO VALLEY ELEC",
        "MUELLER BRAUWERK AG, Müller Brauwerk AG",
        "ST JOSEPHS HOSPITAL FOUNDATION, SAINT JOSEPHS HOSPITAL FOUNDATION",
        "ZENITHAL QUARRY DBA GRANITE KINGDOM, GRANITE KINGDOM LLC",
        "KRZYZEWSKI PLUMBING AND HEATING, KRZYZEWSKI HEATING & PLUMBING"
    })
    void oneCompanyUnderTwoSpellings(String a, String b) {
        assertThat(Book.clusters(background(a, b).dedupe())).anyMatch(c -> c.contains(a) && c.contains(b));
    }

    @ParameterizedTest
    @CsvSource({
        "OAK SQUARE 2 LLC, OAK SQUARE 3 LLC",
        "OAKMONT TERRACE II, OAKMONT TERRACE III",
        "MERIDIAN TRUST SERIES A, MERIDIAN TRUST SERIES B",
        "FIRST KALAMAZOO BANK, SECOND KALAMAZOO BANK",
        "BLESSED REDEEMER CHURCH, BLESSED REDEEMER SCHOOL",
        "ST JOSEPH HOSPITAL OF NASHVILLE, ST JOSEPH HOSPITAL OF ATLANTA",
        "NORTH KALAMAZOO WATER, SOUTH KALAMAZOO WATER",
        "'KRZYZEWSKI, ANNA', 'KRZYZEWSKI, JANET'",
        "KALAMAZOO UNIVERSITY, KALAMAZOO UNIVERSITY MEDICAL CENTER",
        "BLESSED REDEEMER HOSPITAL, BLESSED REDEEMER HOSPITAL FOUNDATION",
        "AMAZON HERB COMPANY, AMAZON",
        "VANDA PHARMACEUTICALS, HANDA PHARMACEUTICALS"
    })
    void twoCompaniesHoweverAlike(String a, String b) {
        assertThat(Book.clusters(background(a, b).dedupe()))
                .noneMatch(c -> c.contains(a + " | ") || c.contains(" | " + a));
    }

    @Test
    void familyIsMoreLenientThanStrict() {
        double family = probability(DedupeSettings.Policy.FAMILY, "ZANZIBAR MINING EUROPE", "ZANZIBAR SHIPPING EUROPE");
        double strict = probability(DedupeSettings.Policy.STRICT, "ZANZIBAR MINING EUROPE", "ZANZIBAR SHIPPING EUROPE");
        assertThat(family).isGreaterThan(strict);
    }

    @Test
    void numbersAreOneWhateverTheirSpelling() {
        assertThat(List.of("2", "2ND", "SECOND", "TWO", "II")).allMatch(word -> Book.number(word) == 2);
        assertThat(Book.number("SECONDARY")).isEqualTo(-1);
    }

    private static double probability(DedupeSettings.Policy policy, String a, String b) {
        Linkage linkage = Book.linkage(List.of(a, b, "BOLT", "CORD"), policy);
        List<String> keys = linkage.nodes().stream().map(NameNode::key).toList();
        return linkage.probability(keys.indexOf(a), keys.indexOf(b), linkage.scorer());
    }

    /** A list is never two names alone: some others, so that words are common or rare as they are in life. */
    private static Book background(String a, String b) {
        Book book = Book.of(a, b);
        IntStream.range(0, 60)
                .forEach(i -> book.customer("X" + i, "BACKGROUND" + (char) ('A' + i % 26) + "Q" + i + " SERVICES"));
        return book;
    }
}
