package dev.segmentation.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.MasterCustomer;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {

    @Test
    void mergesNamesDifferingOnlyInLegalFormPunctuationAndCareOf() {
        DedupeResult result = Book.of("ACME BAKERY INC", "Acme Bakery, L.L.C.", "THE ACME BAKERY C/O CBRE", "BOLT")
                .dedupe();

        assertThat(Book.clusters(result))
                .containsExactly("ACME BAKERY INC | Acme Bakery, L.L.C. | THE ACME BAKERY C/O CBRE", "BOLT");
        assertThat(Book.entry(result, "K02").type()).isEqualTo("Merge");
        assertThat(Book.entry(result, "K02").similarity()).isEqualTo(1);
        assertThat(Book.entry(result, "K03").type()).isEqualTo("C/O Strip, Merge");
        assertThat(Book.entry(result, "K03").reason())
                .isEqualTo(
                        "Care-of part set aside: CBRE. Same name once legal form, punctuation and abbreviations"
                                + " are set aside: ACME BAKERY. To part these keys, name their masters in ManualOverrides.csv.");
        assertThat(Book.entry(result, "K03").segmentSource()).isEqualTo("THE ACME BAKERY");
        assertThat(Book.entry(result, "K04").type()).isEmpty();
        assertThat(Book.entry(result, "K04").similarity()).isNaN();
        assertThat(Book.entry(result, "K04").reason()).isEqualTo("No other key has this name.");
    }

    @Test
    void mergesASlipInARareName() {
        DedupeResult result = Book.of(
                        "SALVATORE FERRAGAMO USA", "SALVATORE FERAGAMO USA", "BOLT SERVICES", "CORD SERVICES")
                .dedupe();

        assertThat(Book.clusters(result))
                .containsExactly("BOLT SERVICES", "CORD SERVICES", "SALVATORE FERAGAMO USA | SALVATORE FERRAGAMO USA");
        assertThat(Book.entry(result, "K02").type()).isEqualTo("Fuzzy Merge");
        assertThat(Book.entry(result, "K02").similarity()).isBetween(0.9, 1.0);
        assertThat(Book.entry(result, "K02").reason())
                .startsWith("Similarity " + Book.entry(result, "K02").similarityText())
                .contains("same words SALVATORE USA; nearly FERAGAMO/FERRAGAMO", "Score: words +", "slips")
                .endsWith("SALVATORE FERAGAMO USA,SALVATORE FERRAGAMO USA,never");
        assertThat(Book.entry(result, "K01").reason())
                .isEqualTo("The other names of this master were joined to this one.");
    }

    @Test
    void numbersThatDifferKeepNamesApart() {
        assertThat(Book.of("LOCAL UNION 401", "LOCAL UNION 410", "RIVERSIDE HOLDINGS 12", "RIVERSIDE HOLDINGS 13")
                        .dedupe()
                        .masters())
                .hasSize(4);
    }

    @Test
    void neverBeatsAPathOfResemblances() {
        Book book = Book.of("NORTHGATE LOGISTICS", "NORTHGATES LOGISTICS", "NORTHGATES LOGISTIC");
        assertThat(book.clusters()).hasSize(1);

        book.never("NORTHGATE LOGISTICS", "NORTHGATES LOGISTIC");

        assertThat(book.clusters())
                .hasSize(2)
                .noneMatch(names -> names.contains("NORTHGATE LOGISTICS") && names.contains("NORTHGATES LOGISTIC |"));
        DedupeResult result = book.dedupe();
        assertThat(Book.entry(result, "K01").master())
                .isNotEqualTo(Book.entry(result, "K03").master());
    }

    @Test
    void neverBeatsAPathOfMergeVerdictsAndSaysSo() {
        DedupeResult result = Book.of("ACME", "BOLT", "CORD")
                .merge("ACME", "BOLT")
                .merge("BOLT", "CORD")
                .never("ACME", "CORD")
                .dedupe();

        assertThat(Book.clusters(result)).containsExactly("ACME | BOLT", "CORD");
        assertThat(result.masters()).extracting(MasterCustomer::canonical).containsExactly("BOLT", "CORD");
        assertThat(result.notes())
                .containsExactly(
                        "MasterMergeOverrides.csv:3: not applied, since a `never` verdict keeps the two apart.");
    }

    @Test
    void neverOnTwoSpellingsOfOneKeyIsNotDroppedSilently() {
        DedupeResult result =
                Book.of("ACME INC", "ACME LLC").never("ACME INC", "ACME LLC").dedupe();

        assertThat(result.notes())
                .singleElement()
                .asString()
                .contains("MasterMergeOverrides.csv:2", "ManualOverrides.csv");
    }

    @Test
    void neverPartsTwoSitesOfAChain() {
        Book book = Book.of("TARGET BOSTON", "TARGET DAYTON", "TARGET").never("TARGET DAYTON", "TARGET BOSTON");

        assertThat(book.clusters()).containsExactlyInAnyOrder("TARGET DAYTON", "TARGET | TARGET BOSTON");
        assertThat(book.dedupe().notes()).isEmpty();
    }

    @Test
    void neverOnSitesKeepsTheirChainsApart() {
        DedupeResult result = Book.of("TARGET BOSTON", "CBRE BOSTON", "TARGET", "CBRE")
                .never("TARGET BOSTON", "CBRE BOSTON")
                .merge("TARGET", "CBRE")
                .dedupe();

        assertThat(result.masters()).hasSize(2);
        assertThat(result.notes())
                .singleElement()
                .asString()
                .isEqualTo("MasterMergeOverrides.csv:3: not applied, since a `never` verdict keeps the two apart.");
    }

    @Test
    void aVerdictOnANameThatPeopleReplacedSaysSo() {
        DedupeResult result = Book.of("BETA FOODS", "GAMMA FOODS")
                .override("K02", "Beta Foods")
                .never("BETA FOODS", "GAMMA FOODS")
                .dedupe();

        assertThat(result.notes())
                .singleElement()
                .asString()
                .contains("ManualOverrides.csv gives all customers named GAMMA FOODS other names");
    }

    @Test
    void mergeVerdictJoinsStrangersUnderTheMastersName() {
        DedupeResult result =
                Book.of("ACME", "BOLT", "BOLT INC").merge("BOLT", "Acme").dedupe();

        MasterCustomer master = result.masters().get(0);
        assertThat(result.masters()).hasSize(1);
        assertThat(master.canonical()).isEqualTo("ACME");
        assertThat(master.name()).isEqualTo("Acme");
        assertThat(Book.entry(result, "K02").type()).isEqualTo("Merge Override");
        assertThat(Book.entry(result, "K02").reason())
                .isEqualTo("MasterMergeOverrides.csv:2 joins BOLT to Acme, decided by Ann: seen.");
    }

    @Test
    void lastOfAChainOfMergeVerdictsNamesThemAll() {
        for (String[] order : new String[][] {{"ACME", "BOLT", "CORD"}, {"CORD", "BOLT", "ACME"}}) {
            DedupeResult result = Book.of("ACME", "BOLT", "CORD")
                    .merge(order[0], order[1])
                    .merge(order[1], order[2])
                    .dedupe();

            assertThat(result.masters()).extracting(MasterCustomer::canonical).containsExactly(order[2]);
        }
    }

    @Test
    void chainOfMergeVerdictsHoldsInEitherOrderWhereNoCustomerBearsItsMiddle() {
        DedupeResult down = Book.of("ACME", "CORD")
                .merge("ACME", "BOLT")
                .merge("BOLT", "CORD")
                .dedupe();
        DedupeResult up = Book.of("ACME", "CORD")
                .merge("BOLT", "CORD")
                .merge("ACME", "BOLT")
                .dedupe();

        assertThat(down.masters()).extracting(MasterCustomer::canonical).containsExactly("CORD");
        assertThat(up.masters()).isEqualTo(down.masters());
        assertThat(up.notes()).isEmpty();
    }

    @Test
    void mergeVerdictMayNameAMasterThatNoCustomerBears() {
        DedupeResult result =
                Book.of("ACME", "BOLT").merge("ACME", "Zeta Holdings").dedupe();

        assertThat(result.masters()).extracting(MasterCustomer::name).containsExactly("Bolt", "Zeta Holdings");
    }

    @Test
    void verdictAboutNobodyIsNoted() {
        DedupeResult result =
                Book.of("ACME").merge("NOBODY", "ACME").never("ACME", "NOBODY").dedupe();

        assertThat(result.notes())
                .containsExactly(
                        "MasterMergeOverrides.csv:2: no customer is named NOBODY, so this row has no effect.",
                        "MasterMergeOverrides.csv:3: no customer is named NOBODY, so this row has no effect.");
    }

    @Test
    void keyOverrideNamesTheMasterAndLocksTheRow() {
        DedupeResult result = Book.of("SALVATORE FERRAGAMO USA", "SALVATORE FERAGAMO USA", "BOLT")
                .override("K02", "Bolt")
                .dedupe();

        assertThat(Book.clusters(result)).containsExactly("BOLT | SALVATORE FERAGAMO USA", "SALVATORE FERRAGAMO USA");
        DedupeEntry entry = Book.entry(result, "K02");
        assertThat(entry.type()).isEqualTo("Manual Override");
        assertThat(entry.initialClean()).isEqualTo("(Override)");
        assertThat(entry.segmentSource()).isEqualTo("Bolt");
        assertThat(entry.reason()).isEqualTo("ManualOverrides.csv:7 names this master (as they asked).");
    }

    @Test
    void keyOverrideSplitsKeysOfOneName() {
        DedupeResult result =
                Book.of("ACME", "ACME", "ACME").override("K02", "Acme of Ohio").dedupe();

        assertThat(result.masters()).extracting(MasterCustomer::name).containsExactly("Acme", "Acme of Ohio");
        assertThat(result.masters().get(0).members()).hasSize(2);
    }

    @Test
    void segmentOverrideAloneMovesNothing() {
        assertThat(Book.of("ACME", "ACME").segmentOnly("K01").clusters()).containsExactly("ACME | ACME");
    }

    @Test
    void chainsTakeTheirSitesByWholeWords() {
        DedupeResult result = Book.of("TARGET STORE T-1", "TARGET STORE T-2", "TARGETED MARKETING", "C/O CBRE INC")
                .dedupe();

        assertThat(result.masters())
                .extracting(MasterCustomer::canonical)
                .containsExactly("CBRE", "TARGET", "TARGETED MARKETING");
        assertThat(Book.entry(result, "K01").type()).isEqualTo("Chain Rule");
        assertThat(Book.entry(result, "K01").reason())
                .isEqualTo("The name begins with the chain Target. To undo, add this row to MasterMergeOverrides.csv:"
                        + " TARGET STORE T 1,TARGET,never");
        assertThat(Book.entry(result, "K01").segmentSource()).isEqualTo("Target");
        assertThat(Book.entry(result, "K04").type()).isEqualTo("C/O Swap (Right Side Chain), Chain Rule");
    }

    @Test
    void customersWithoutAVisibleNameStayAlone() {
        DedupeResult result =
                Book.of("", "   ", "\u00A0", "\u200B", "NO NAME K01").dedupe();

        assertThat(result.masters())
                .extracting(MasterCustomer::canonical)
                .containsExactly("(NO NAME) K01", "(NO NAME) K02", "(NO NAME) K03", "(NO NAME) K04", "NO NAME K01");
    }

    @Test
    void departmentsOfUnrelatedCustomersStayApart() {
        assertThat(Book.of("ATTN: ACCOUNTS PAYABLE", "ACCOUNTS PAYABLE", "ACCOUNTS PAYABLE ACME", "ACME")
                        .clusters())
                .containsExactly("ACCOUNTS PAYABLE", "ACCOUNTS PAYABLE ACME", "ACME", "ATTN: ACCOUNTS PAYABLE");
    }

    @Test
    void placeholdersForAMissingNameStayApart() {
        assertThat(Book.of("N/A", "N/A", "Unknown", "UNKNOWN").clusters()).hasSize(4);
    }

    @Test
    void namesWithoutALetterMergeOnlyIfTheyAreTheSame() {
        assertThat(Book.of("🍕🍕", "🍕🍕", "---", "🍕").clusters()).containsExactly("---", "🍕", "🍕🍕 | 🍕🍕");
    }

    @Test
    void namesOfOtherScriptsStayApart() {
        assertThat(Book.of("株式会社日立", "株式会社東芝", "Газпром", "Αθήνα", "ΑΘΗΝΑ").clusters())
                .containsExactly("ΑΘΗΝΑ | Αθήνα", "Газпром", "株式会社日立", "株式会社東芝");
    }
}
