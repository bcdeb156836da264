package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ACME INC C/O CBRE          | ACME | CBRE                | ACME INC",
                "ACME C\\O BOLT             | ACME | BOLT                | ACME",
                "ACME (C/O CBRE)            | ACME | CBRE                | ACME",
                "ACME ATTN JANE DOE         | ACME | JANE DOE            | ACME",
                "ACME ATTENTION: JANE DOE   | ACME | JANE DOE            | ACME",
                "ACME % JONES LANG LASALLE  | ACME | JONES LANG LASALLE  | ACME",
                "ACME %BOLT                 | ACME | BOLT                | ACME",
                "100% NATURAL FOODS         | 100 NATURAL FOODS | -      | 100% NATURAL FOODS",
                "100 % NATURAL FOODS        | 100 NATURAL FOODS | -      | 100 % NATURAL FOODS",
                "ACME CO WALMART            | ACME | WALMART             | ACME",
                "SMITH CO PLUMBING          | SMITH CO PLUMBING | -      | SMITH CO PLUMBING",
                "MATTNER SUPPLY             | MATTNER SUPPLY | -         | MATTNER SUPPLY",
                "ACME ATTN                  | ACME ATTN | -              | ACME ATTN"
            })
    void setsTheCareOfPartAside(String name, String canonical, String careOf, String evidence) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(parsed.canonical()).isEqualTo(canonical);
        assertThat(parsed.careOf()).isEqualTo(careOf == null ? "" : careOf);
        assertThat(parsed.evidenceText()).isEqualTo(evidence);
        assertThat(parsed.swapped()).isFalse();
    }

    @Test
    void careOfWordsAreNoEvidence() {
        NameEvidence evidence = Names.PARSER.evidence("ACME BAKERY C/O FIRST NATIONAL BANK");

        assertThat(evidence.words()).containsExactly("ACME", "BAKERY");
    }

    @ParameterizedTest
    @CsvSource({"C/O CBRE INC, CBRE", "ATTN: JANE DOE, JANE DOE", "% BOLT SUPPLY, BOLT SUPPLY"})
    void careOfPartNamesTheCompanyWhereNothingElseDoes(String name, String canonical) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(parsed.canonical()).isEqualTo(canonical);
        assertThat(parsed.swapped()).isTrue();
        assertThat(parsed.careOf()).isEmpty();
        assertThat(Names.PARSER.evidence(name).words()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACME DBA BOLT SUPPLY, ACME, BOLT SUPPLY",
        "ACME LLC D/B/A BOLT SUPPLY INC, ACME, BOLT SUPPLY INC",
        "ACME D.B.A. BOLT, ACME, BOLT",
        "ACME (DBA BOLT), ACME, BOLT",
        "ACME (DBA BOLT) WEST, ACME, BOLT WEST",
        "ACME DOING BUSINESS AS BOLT, ACME, BOLT",
        "ACME T/A BOLT, ACME, BOLT",
        "ACME FKA BOLT, ACME, BOLT",
        "ACME F/K/A BOLT, ACME, BOLT",
        "ACME (FORMERLY BOLT), ACME, BOLT",
        "ACME FORMERLY KNOWN AS BOLT, ACME, BOLT",
        "ACME A/K/A BOLT, ACME, BOLT",
        "DBA BOLT, BOLT, ''",
        "ACMEDBA BOLT, ACMEDBA BOLT, ''"
    })
    void otherNamesAreKeptAsAlias(String name, String canonical, String alias) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(parsed.canonical()).isEqualTo(canonical);
        assertThat(parsed.alias()).isEqualTo(alias);
    }

    @Test
    void aliasIsEvidenceWithABeginAndAnEndOfItsOwn() {
        NameEvidence parsed = Names.PARSER.evidence("ACME LLC DBA BOLT BAKERIES");

        assertThat(parsed.words()).containsExactly("ACME", "LLC", "BOLT", "BAKERY");
        assertThat(parsed.begins()).containsExactly(0, 2);
        assertThat(parsed.ends()).containsExactly(1, 2, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACME, INC.             | INC",
                "ACME INCORPORATED      | INCORPORATED",
                "ACME L.L.C.            | LLC",
                "ACME LLC INC           | LLC INC",
                "ACME CO., LTD.         | CO LTD",
                "ACME COMPANY, THE      | COMPANY",
                "ACME GMBH & CO. KG     | GMBH AND CO KG",
                "ACME AG                | AG",
                "ACME S.A. DE C.V.      | SA DE CV",
                "ACME PTY LTD           | PTY LTD",
                "ACME PLC               | PLC",
                "ACME A/S               | AS",
                "ACME AB                | AB",
                "ACME OY                | OY",
                "ACME S.P.A.            | SPA",
                "ACME S.R.L.            | SRL",
                "ACME SP. Z O.O.        | SP ZOO",
                "ACME B.V.              | BV",
                "ACME N.V.              | NV",
                "ACME LTDA              | LTDA",
                "ACME K.K.              | KK",
                "ACME SDN BHD           | SDN BHD",
                "OOO ACME               | OOO",
                "PT ACME TBK            | TBK PT",
                "ACME A DELAWARE LIMITED PARTNERSHIP | A DELAWARE LIMITED PARTNERSHIP"
            })
    void legalFormsOfManyCountriesDoNotNameTheCompany(String name, String form) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(parsed.key()).isEqualTo("ACME");
        assertThat(parsed.legalForm()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "THE GAP                     | GAP",
                "GAP, THE                    | GAP",
                "GAP (THE)                   | GAP",
                "THE THE                     | THE",
                "JOHNSON & JOHNSON           | JOHNSON JOHNSON",
                "JOHNSON + JOHNSON           | JOHNSON JOHNSON",
                "JOHNSON AND JOHNSON         | JOHNSON JOHNSON",
                "SMITH &                     | SMITH",
                "AT&T                        | AT AND T",
                "E.ON SE                     | E ON",
                "CAFÉ MÜLLER                 | CAFE MULLER",
                "Straße AG                   | STRASSE",
                "ŁÓDŹ ÆGIR ØRSTED            | LODZ AEGIR ORSTED",
                "ＡＣＭＥ ＩＮＣ              | ACME",
                "Αθήνα                       | ATHINA",
                "ΑΘΗΝΑ                       | ATHINA",
                "Чайка Йод                   | CHAYKA YOD",
                "ГАЗПРОМ                     | GAZPROM",
                "МФГ Север                   | MANUFACTURING SEVER",
                "株式会社日立製作所            | 株式会社日立製作所",
                "日立ハイテク                 | 日立HAITEKU",
                "شركة الكهرباء               | SHRKT ALKHRBA",
                "WENDY'S #5                  | WENDYS",
                "WENDY’S                     | WENDYS",
                "C.B.R.E. INC                | CBRE",
                "C B R E                     | CBRE",
                "A.B. SMITH                  | AB SMITH",
                "ACME-WEST                   | ACME WEST",
                "MFG OF OHIO                 | MANUFACTURING OHIO",
                "OHIO VALLEY ELECTRIC CORPORATION (OVEC) | OHIO VALLEY ELECTRIC",
                "UNIVERSITY OF CALIFORNIA (UC) | UNIVERSITY CALIFORNIA",
                "ACME (TOLEDO)               | ACME TOLEDO",
                "INC                         | INC",
                "ACCOUNTS PAYABLE            | ACCOUNTS PAYABLE",
                "123 MAIN STREET LLC         | 123 MAIN STREET"
            })
    void keyHoldsWhatIdentifiesTheCompany(String name, String key) {
        assertThat(Names.PARSER.parse(name).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "ACME #12, 12",
        "ACME STORE 12, STORE 12",
        "ACME STORE #12, STORE 12",
        "ACME STORE NO. 0012, STORE NO 0012",
        "ACME ACCOUNTS PAYABLE, ACCOUNTS PAYABLE",
        "ACME - ACCOUNTS PAYABLE DEPT, ACCOUNTS PAYABLE DEPT"
    })
    void branchAndDepartmentMarkersAreCutOff(String name, String marker) {
        ParsedName parsed = Names.PARSER.parse(name);

        assertThat(parsed.canonical()).isEqualTo("ACME");
        assertThat(parsed.marker()).isEqualTo(marker);
    }

    @ParameterizedTest
    @CsvSource({
        "ООО Ромашка, Romashka OOO, ROMASHKA",
        "О.О.О. Ромашка, ООО «Ромашка», ROMASHKA",
        "ПАО Газпром, GAZPROM PJSC, GAZPROM",
        "Север АО, ЗАО Север, SEVER",
        "Север ОАО, OAO Sever, SEVER",
        "ИП Иванов, Иванов, IVANOV",
        "株式会社 日立製作所, 日立製作所 K.K., 日立製作所",
        "㈱日立製作所, 日立製作所（株）, 日立製作所",
        "海尔 有限公司, 海尔 CO LTD, 海尔",
        "주식회사 삼성, SAMSEONG JUSIK HOESA, SAMSEONG"
    })
    void legalFormsOfOtherScriptsDoNotNameTheCompany(String name, String other, String key) {
        assertThat(Names.PARSER.parse(name).key()).isEqualTo(key);
        assertThat(Names.PARSER.parse(other).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"ООО, OOO", "ПАО, PJSC", "株式会社, KK", "有限公司, CO LTD", "주식회사, JUSIK HOESA"})
    void legalFormsAreOfOneClassInEveryScript(String form, String latin) {
        assertThat(Names.TABLES.legalFormClass(form)).isPositive().isEqualTo(Names.TABLES.legalFormClass(latin));
    }

    @ParameterizedTest
    @CsvSource({"ООО Ромашка, РОМАШКА", "Αθήνα, ΑΘΗΝΑ", "トヨタ 株式会社, トヨタ", "חברת החשמל, חברת החשמל", "IP SMITH, IP SMITH"
    })
    void canonicalNameKeepsItsScript(String name, String canonical) {
        assertThat(Names.PARSER.parse(name).canonical()).isEqualTo(canonical);
    }

    @Test
    void canonicalKeepsAmpersandHyphenAndApostrophe() {
        assertThat(Names.PARSER.parse("the Smith & O'Neil-Kraft Co.").canonical())
                .isEqualTo("SMITH & O'NEIL-KRAFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "---", "🍕🍕", "%", "\u200B"})
    void textWithoutAWordIsEmpty(String text) {
        ParsedName parsed = Names.PARSER.parse(text);

        assertThat(parsed.empty()).isTrue();
        assertThat(parsed.key()).isEmpty();
        assertThat(parsed.canonical()).isEmpty();
        assertThat(Names.PARSER.evidence(text).words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CO ", "LLC ", "(AA ", "A & ", "C/O ", "STORE 1 ", "DBA ", "THE ", "ACCOUNTS PAYABLE ", "É", "A"
            })
    void tenThousandCharactersAreParsedToTheEnd(String part) {
        String text = part.repeat(10_000 / part.length());

        ParsedName parsed = Names.PARSER.parse(text);

        assertThat(parsed.empty()).isFalse();
        assertThat(parsed.original()).isEqualTo(text);
    }

    @Test
    void listsOfTheEvidenceCannotBeChanged() {
        NameEvidence evidence = Names.PARSER.evidence("ACME WEST");

        assertThat(List.of(evidence.words(), evidence.begins(), evidence.ends()))
                .allSatisfy(list -> assertThat(list).isUnmodifiable());
    }

    @ParameterizedTest
    @CsvSource({
        "O'BRIEN & SONS LTD, OBRIEN|AND|SONS",
        "ROLLS-ROYCE PLC, ROLLS|ROYCE",
        "A. B. C. FREIGHT (WEST), ABC|FREIGHT|WEST",
        "MARKS + SPENCER, MARKS|AND|SPENCER"
    })
    void coreIsTheCanonicalNameInWords(String name, String words) {
        assertThat(Names.PARSER.parse(name).core()).containsExactly(words.split("\\|"));
    }
}
