package dev.segmentation.dedupe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.Book;
import dev.segmentation.dedupe.DedupeEntry;
import dev.segmentation.dedupe.DedupeResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How ids and names live on from run to run. */
class StableMastersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private MasterRegistry registry = MasterRegistry.EMPTY;
    private DedupeResult result;
    private int runs;

    private StableMastersTest run(Book book) {
        result = book.dedupe(registry, START.plusSeconds(runs++));
        registry = result.registry().next();
        return this;
    }

    private MasterCustomer master(String customerKey) {
        return Book.entry(result, customerKey).master();
    }

    private String id(String customerKey) {
        return master(customerKey).id();
    }

    private List<String> history() {
        return result.registry().events().stream()
                .map(e -> String.join(", ", e.id(), e.kind().label(), e.from(), e.to(), e.keyList()))
                .toList();
    }

    private static String hash(String canonical) {
        return RegistryRow.idOf(canonical);
    }

    @Test
    void firstRunMakesIdsFromNamesAndTellsNoHistory() {
        run(Book.of("ACME", "BOLT"));
        assertThat(id("K01")).isEqualTo(hash("ACME"));
        assertThat(history()).isEmpty();
        assertThat(registry.rows()).hasSize(2).allMatch(row -> row.firstSeen().equals(START));
    }

    @Test
    void rerunChangesNothingButLastSeen() {
        run(Book.of("ACME", "BOLT"));
        List<MasterCustomer> before = result.masters();
        run(Book.of("ACME", "BOLT"));
        assertThat(result.masters()).isEqualTo(before);
        assertThat(history()).isEmpty();
        assertThat(registry.rows())
                .allMatch(row -> row.firstSeen().equals(START) && row.lastSeen().equals(START.plusSeconds(1)));
    }

    @Test
    void publishedNameStaysWhenMostKeysCarryAnother() {
        run(new Book().customer("1", "ACME & SONS"));
        String id = id("1");
        run(new Book()
                .customer("1", "ACME & SONS")
                .customer("2", "ACME AND SONS")
                .customer("3", "ACME AND SONS"));
        assertThat(master("3"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(id, "ACME & SONS");
        assertThat(history()).isEmpty();
    }

    @Test
    void publishedNameStaysWhenItsBearersLeave() {
        run(new Book()
                .customer("1", "ACME HOLDINGS")
                .customer("2", "BOLT")
                .customer("3", "BOLT")
                .merge("BOLT", "ACME HOLDINGS"));
        String id = id("1");
        run(new Book().customer("1", "ACME HOLDINGS").customer("2", "BOLT").merge("BOLT", "ACME HOLDINGS"));
        run(new Book().customer("2", "BOLT").merge("BOLT", "ACME HOLDINGS"));
        assertThat(master("2"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(id, "ACME HOLDINGS");
        assertThat(history()).isEmpty();
    }

    @Test
    void vanishedMasterComesBackWithItsId() {
        run(Book.of("ACME", "BOLT").override("K02", "Zeta"));
        String id = id("K02");
        run(Book.of("ACME"));
        assertThat(history()).containsExactly(id + ", gone, ZETA, , ZETA");
        run(Book.of("ACME"));
        assertThat(history()).isEmpty();
        run(Book.of("ACME", "BOLT").override("K02", "Zeta"));
        assertThat(id("K02")).isEqualTo(id);
        assertThat(history()).containsExactly(id + ", new, ZETA, ZETA, ZETA");
    }

    @Test
    void newMasterIsToldWithItsKeys() {
        run(Book.of("ACME"));
        run(Book.of("ACME", "BOLT WORKS"));
        assertThat(history()).containsExactly(hash("BOLT WORKS") + ", new, , BOLT WORKS, BOLT WORKS");
    }

    @Test
    void largerMasterSurvivesAMergerUnlessPeopleNameTheOther() {
        Book before = Book.of("ACME", "ACME", "BOLT");
        run(before);
        run(Book.of("ACME", "ACME", "BOLT").override("K03", "Acme"));
        assertThat(id("K03")).isEqualTo(hash("ACME"));
        assertThat(history()).containsExactly(hash("BOLT") + ", merged into, BOLT, " + hash("ACME") + " ACME, BOLT");

        registry = MasterRegistry.EMPTY;
        run(before);
        run(Book.of("ACME", "ACME", "BOLT").merge("ACME", "BOLT"));
        assertThat(master("K01"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(hash("BOLT"), "BOLT");
        assertThat(history()).containsExactly(hash("ACME") + ", merged into, ACME, " + hash("BOLT") + " BOLT, ACME");
    }

    @Test
    void undoneMergerGivesBothTheirIdsAndNames() {
        Book apart = Book.of("ACME", "BOLT", "BOLT", "BOLT");
        run(apart);
        List<MasterCustomer> before = result.masters();
        run(Book.of("ACME", "BOLT", "BOLT", "BOLT").merge("BOLT", "ACME"));
        assertThat(result.masters()).hasSize(1);
        run(apart);
        assertThat(result.masters()).isEqualTo(before);
        assertThat(history()).containsExactly(hash("BOLT") + ", split from, " + hash("ACME") + " ACME, BOLT, BOLT");
    }

    @Test
    void largerPartOfASplitKeepsTheIdAndNoPartKeepsANameThatAnotherBears() {
        run(Book.of("ACME", "BOLT", "BOLT").merge("BOLT", "ACME"));
        run(Book.of("ACME", "BOLT", "BOLT"));
        assertThat(master("K02"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(hash("ACME"), "BOLT");
        assertThat(master("K01").canonical()).isEqualTo("ACME");
        assertThat(id("K01")).isEqualTo(hash("ACME\nACME"));
        assertThat(history())
                .containsExactly(
                        id("K01") + ", split from, " + hash("ACME") + " ACME, ACME, ACME",
                        hash("ACME") + ", renamed, ACME, BOLT, BOLT");
    }

    @Test
    void overrideOfAllKeysRenamesAndItsEndRenamesBack() {
        run(Book.of("ACME", "ACME"));
        run(Book.of("ACME", "ACME").override("K01", "Zeta").override("K02", "Zeta"));
        assertThat(master("K01"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(hash("ACME"), "ZETA");
        assertThat(history()).containsExactly(hash("ACME") + ", renamed, ACME, ZETA, ZETA");
        run(Book.of("ACME", "ACME"));
        assertThat(master("K01"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(hash("ACME"), "ACME");
    }

    @Test
    void overrideThatWasThereFromTheStartLeavesTheIdWhenItEnds() {
        run(Book.of("ACME", "ACME").override("K01", "Zeta").override("K02", "Zeta"));
        run(Book.of("ACME", "ACME"));
        assertThat(master("K01"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(hash("ZETA"), "ACME");
        assertThat(history()).containsExactly(hash("ZETA") + ", renamed, ZETA, ACME, ACME");
    }

    @Test
    void endOfAMergeVerdictTakesItsNameAway() {
        run(Book.of("BOLT").merge("BOLT", "Zeta Holdings"));
        assertThat(master("K01").canonical()).isEqualTo("ZETA HOLDINGS");
        run(Book.of("BOLT"));
        assertThat(master("K01"))
                .extracting(MasterCustomer::id, MasterCustomer::canonical)
                .containsExactly(hash("ZETA HOLDINGS"), "BOLT");
    }

    @Test
    void keyThatPeopleMoveAwayMakesAMasterOfItsOwnOnce() {
        Book moved = Book.of("ACME", "ACME", "ACME").override("K03", "Acme of Ohio");
        run(Book.of("ACME", "ACME", "ACME"));
        run(moved);
        assertThat(id("K01")).isEqualTo(hash("ACME"));
        assertThat(history())
                .containsExactly(hash("ACME OF OHIO") + ", split from, " + hash("ACME") + " ACME, ACME OF OHIO, ACME");
        run(moved);
        assertThat(history()).isEmpty();
        run(Book.of("ACME", "ACME", "ACME"));
        assertThat(history())
                .containsExactly(hash("ACME OF OHIO") + ", merged into, ACME OF OHIO, " + hash("ACME") + " ACME, ACME");
    }

    @Test
    void nameThatMovesBetweenLivingMastersIsTold() {
        run(Book.of("ACME", "BOLT", "CORD", "CORD").merge("BOLT", "ACME"));
        run(Book.of("ACME", "BOLT", "CORD", "CORD").merge("BOLT", "CORD"));
        assertThat(history()).containsExactly(hash("CORD") + ", split from, " + hash("ACME") + " ACME, CORD, BOLT");
    }

    @Test
    void betterRulesKeepTheId() {
        run(Book.of("ACME"));
        RegistryRow row = registry.rows().get(0);
        registry = new MasterRegistry(List.of(
                row(hash("A"), "ACME MFG", "ACME MFG"), row(hash("B"), "GONE TOWERS", "XYZ", "OLD SPELLING"), row));
        run(Book.of("ACME MFG INC", "GONE TOWERS"));
        assertThat(id("K01")).isEqualTo(hash("A"));
        assertThat(id("K02")).as("by canonical name").isEqualTo(hash("B"));
        assertThat(registry.rows())
                .filteredOn(r -> r.id().equals(hash("A")))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.names())
                            .containsExactly(Book.PARSER.parse("ACME MFG").key())
                            .isNotEqualTo(List.of("ACME MFG"));
                    assertThat(r.formerNames())
                            .as("an old spelling is not kept")
                            .isEmpty();
                });
    }

    @Test
    void reservedIdIsNeverGivenToAnother() {
        registry =
                new MasterRegistry(List.of(row(hash("ACME"), "BOLT", "BOLT"), row(hash("ACME\nACME"), "CORD", "CORD")));
        run(Book.of("ACME"));
        assertThat(id("K01")).isEqualTo(hash("ACME\nACME\n2"));
        assertThat(registry.rows()).hasSize(3);
    }

    @Test
    void publishedNameBelongsToItsMasterWhoeverComesLater() {
        registry = new MasterRegistry(List.of(row(hash("X"), "ACME", "CORD", "ACME")));
        run(Book.of("CORD", "CORD"));
        assertThat(master("K01").canonical()).isEqualTo("ACME");
        run(Book.of("CORD", "CORD", "BOLT").override("K03", "Acme!"));
        assertThat(result.masters()).extracting(MasterCustomer::canonical).doesNotHaveDuplicates();
    }

    @Test
    void namelessCustomersAndOddNamesKeepTheirIds() {
        Book odd = new Book()
                .customer("A | B", "")
                .customer("~", "")
                .customer("3", "🍕 | 🍕")
                .customer("4", "ATTN: ACCOUNTS PAYABLE")
                .customer("5", "ACCOUNTS PAYABLE")
                .customer("6", "株式会社日立");
        run(odd);
        List<MasterCustomer> before = result.masters();
        run(odd.customer("0", "ACCOUNTS PAYABLE"));
        assertThat(result.masters()).containsAll(before).hasSize(7);
    }

    @Test
    void chainThatIsAddedTakesOverTheMastersOfItsSites() {
        registry = new MasterRegistry(List.of(
                row(hash("S1"), "WALMART BAKERY", "WALMART BAKERY"),
                row(hash("S2"), "WALMART GROCERY WEST", "WALMART GROCERY WEST")));
        run(Book.of("WALMART GROCERY WEST", "WALMART GROCERY WEST", "WALMART BAKERY"));
        assertThat(result.masters()).hasSize(1);
        assertThat(id("K01")).isEqualTo(hash("S2"));
        assertThat(history())
                .contains(hash("S1") + ", merged into, WALMART BAKERY, " + hash("S2") + " "
                        + master("K01").canonical() + ", WALMART BAKERY");
    }

    @Test
    void listWithoutCustomersLeavesTheRegistryAlone() {
        run(Book.of("ACME"));
        MasterRegistry before = registry;
        run(new Book());
        assertThat(registry).isSameAs(before);
        run(Book.of("ACME"));
        assertThat(history()).isEmpty();
    }

    @Test
    void goneMastersStayGoneWhateverTheClockSays() {
        run(Book.of("ACME", "BOLT"));
        runs = -100;
        run(Book.of("ACME"));
        runs = -100;
        run(Book.of("ACME"));
        assertThat(history()).isEmpty();
        assertThat(registry.living()).isEqualTo(1);
    }

    @Test
    void everyCustomerOfAMergerIsExplained() {
        run(Book.of("ACME", "BOLT"));
        run(Book.of("ACME", "BOLT").merge("BOLT", "ACME"));
        DedupeEntry entry = Book.entry(result, "K02");
        assertThat(entry.reason()).contains("MasterMergeOverrides.csv:2");
        assertThat(entry.master().members()).extracting(Customer::key).containsExactly("K01", "K02");
    }

    private static RegistryRow row(String id, String canonical, String key, String... former) {
        return new RegistryRow(
                id, canonical, List.of(key), List.of(former), START.minusSeconds(9), START.minusSeconds(9));
    }
}
