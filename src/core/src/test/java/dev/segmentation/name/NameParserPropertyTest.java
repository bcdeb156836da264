package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameParserPropertyTest {

    @Property(tries = 2000)
    void parsesAnyText(@ForAll String text) {
        ParsedName parsed = Names.PARSER.parse(text);

        assertThat(parsed.empty())
                .isEqualTo(parsed.key().isEmpty())
                .isEqualTo(parsed.canonical().isEmpty());
        NameEvidence evidence = Names.PARSER.evidence(text);
        assertThat(evidence.name()).isEqualTo(parsed);
        assertThat(evidence.begins())
                .allMatch(i -> i >= 0 && i <= evidence.words().size());
        assertThat(evidence.ends())
                .allMatch(i -> i >= 0 && i <= evidence.words().size());
    }

    @Property(tries = 2000)
    void parsesAnyMixtureOfTheWordsItKnows(@ForAll("mixtures") String text) {
        ParsedName parsed = Names.PARSER.parse(text);

        assertThat(parsed.empty()).as(text).isEqualTo(text.codePoints().noneMatch(Character::isLetterOrDigit));
        assertThat(parsed.key()).doesNotContain("  ").isEqualTo(parsed.key().strip());
    }

    @Property(tries = 1000)
    void canonicalNameHasTheSameKeyAsTheNameItCameFrom(@ForAll("companies") String name) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(Names.PARSER.parse(parsed.canonical()).key()).isEqualTo(parsed.key());
    }

    @Property(tries = 1000)
    void canonicalNameOfAnyScriptHasTheSameKey(@ForAll("scripts") String name) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(Names.PARSER.parse(parsed.canonical()).key()).isEqualTo(parsed.key());
    }

    @Property(tries = 1000)
    void keyOfAKeyIsTheKey(@ForAll("scripts") String name) {
        String key = Names.PARSER.parse(name).key();

        assertThat(Names.PARSER.parse(key).key()).isEqualTo(key);
    }

    @Property(tries = 2000)
    void wordSpelledInLatinLettersStaysAsItIs(@ForAll String text) {
        for (NameToken token : NameToken.of(Cleaner.clean(text))) {
            String latin = Cleaner.latin(token.text());

            assertThat(Cleaner.latin(latin)).isEqualTo(latin).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void caseDoesNotChangeTheKey(@ForAll("mixtures") String text) {
        assertThat(Names.PARSER.parse(text.toLowerCase(Locale.ROOT)).key())
                .isEqualTo(Names.PARSER.parse(text.toUpperCase(Locale.ROOT)).key());
    }

    @Property(tries = 1000)
    void punctuationDoesNotChangeTheKey(
            @ForAll("wordLists") List<String> words, @ForAll("separators") List<String> separators) {
        StringBuilder dressed = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            dressed.append(i == 0 ? "" : separators.get(i)).append(words.get(i));
        }

        assertThat(Names.PARSER.parse(dressed + ".").key())
                .isEqualTo(Names.PARSER.parse(String.join(" ", words)).key());
    }

    @Property(tries = 500)
    void legalFormAndBranchDoNotChangeTheKey(
            @ForAll("wordLists") List<String> words, @ForAll("forms") String form, @ForAll("branches") String branch) {
        String name = String.join(" ", words);

        assertThat(Names.PARSER.parse(name + form + branch).key())
                .isEqualTo(Names.PARSER.parse(name).key());
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(
                        "ACME",
                        "THE",
                        "INC",
                        "LLC",
                        "C/O",
                        "ATTN",
                        "%",
                        "DBA",
                        "FKA",
                        "CO",
                        "WALMART",
                        "&",
                        "+",
                        "#12",
                        "STORE 4",
                        "(",
                        ")",
                        ",",
                        ".",
                        "-",
                        "'",
                        "A",
                        "B.",
                        "ACCOUNTS PAYABLE",
                        "OF",
                        "MFG",
                        "CAFÉ",
                        "Straße",
                        "日立",
                        "Чайка",
                        "🍕",
                        "GMBH & CO KG",
                        "OOO",
                        "  ",
                        "\n")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join(" ", parts));
    }

    /** Names as most are: plain words, perhaps an article, a legal form, a branch, a care-of. */
    @Provide
    Arbitrary<String> companies() {
        return Combinators.combine(
                        Arbitraries.of("", "THE "),
                        wordLists().map(words -> String.join(" ", words)),
                        forms(),
                        branches(),
                        Arbitraries.of("", " C/O BOLT", " DBA CORD SUPPLY"))
                .as((the, name, form, branch, other) -> the + name + form + branch + other);
    }

    @Provide
    Arbitrary<List<String>> wordLists() {
        return Arbitraries.of(
                        "ACME",
                        "BOLT",
                        "RIVER",
                        "TOLEDO",
                        "MFG",
                        "BAKERIES",
                        "OF",
                        "NORTH-WEST",
                        "SMITH & SONS",
                        "O'NEIL",
                        "42ND",
                        "CAFÉ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** Names of words of many scripts, perhaps with a legal form. */
    @Provide
    Arbitrary<String> scripts() {
        Arbitrary<String> words = Arbitraries.of(
                        "ACME",
                        "TOLEDO",
                        "MFG",
                        "Straße",
                        "ŁÓDŹ",
                        "Газпром",
                        "Щукин",
                        "Объект",
                        "Київ",
                        "МФГ",
                        "Αθήνα",
                        "ბანკი",
                        "Հայաստան",
                        "חברת",
                        "شركة",
                        "النور",
                        "トヨタ",
                        "ソニー",
                        "日立ハイテク",
                        "日立製作所",
                        "삼성전자")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(list -> String.join(" ", list));
        return Combinators.combine(
                        Arbitraries.of("", "ООО ", "ПАО ", "株式会社 "), words, Arbitraries.of("", " LLC", " OOO", " 有限公司"))
                .as((start, name, end) -> start + name + end);
    }

    @Provide
    Arbitrary<List<String>> separators() {
        return Arbitraries.of(" ", "  ", ", ", ". ", "; ", " - ", "/", "! ")
                .list()
                .ofSize(5);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("", " INC", ", INC.", " LLC", " L.L.C.", " CO., LTD.", " GMBH", " S.A. DE C.V.");
    }

    @Provide
    Arbitrary<String> branches() {
        return Arbitraries.of("", " #12", " STORE 4", " STORE #004", " ACCOUNTS PAYABLE");
    }
}
