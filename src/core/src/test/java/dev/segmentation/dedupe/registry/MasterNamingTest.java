package dev.segmentation.dedupe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.Book;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.linkage.NameNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MasterNamingTest {

    @Test
    void nameThatMostKeysCarryIsTheCanonicalName() {
        assertThat(canonical("ACME-WEST", "ACME WEST", "ACME WEST INC")).isEqualTo("ACME WEST");
    }

    @Test
    void longestNameBreaksATieThenTheAlphabet() {
        assertThat(canonical("JOHNSON & JOHNSON", "JOHNSON AND JOHNSON")).isEqualTo("JOHNSON AND JOHNSON");
        assertThat(canonical("ACME-WEST", "ACME WEST")).isEqualTo("ACME WEST");
    }

    @Test
    void canonicalNamesAreUnique() {
        DedupeResult result = Book.of("ACME OHIO", "ACME 2", "BOLT")
                .override("K01", "Same & Name")
                .override("K02", "Same Name, Ltd.")
                .override("K03", "Same and Name")
                .dedupe();

        assertThat(result.masters()).extracting(MasterCustomer::canonical).doesNotHaveDuplicates();
        assertThat(result.masters()).extracting(MasterCustomer::id).doesNotHaveDuplicates();
    }

    @Test
    void secondMasterOfOneCanonicalNameCarriesItsIdInTheName() {
        MasterNaming naming = Book.naming();
        List<Cluster> clusters = Stream.of(node(0, "ONE KEY"), node(1, "ANOTHER KEY"))
                .map(node -> naming.propose(List.of(node)))
                .toList();

        MasterIdentities identities = new MasterIdentities(MasterRegistry.EMPTY, clusters, naming, name -> name);

        Cluster first = identities.of(0);
        Cluster second = identities.of(1);
        assertThat(first.canonical()).isEqualTo("ACME");
        assertThat(second.canonical()).isEqualTo("ACME " + second.id());
        assertThat(second.id()).isNotEqualTo(first.id()).isEqualTo(RegistryRow.idOf("ACME\nANOTHER KEY"));
        assertThat(second.shown()).isEqualTo("Acme");
    }

    @Test
    void masterIdIsTheHashOfTheCanonicalName() {
        assertThat(RegistryRow.idOf("ACME")).isEqualTo("MVAYI5DROJN").matches("M[A-Z2-7]{10}");
        assertThat(RegistryRow.idOf("BOLT")).isNotEqualTo(RegistryRow.idOf("ACME"));
    }

    @Test
    void masterIdDoesNotDependOnOtherCustomers() {
        String alone = Book.of("ACME").dedupe().masters().get(0).id();
        DedupeResult among = Book.of("AAA", "ACME INC", "Acme", "ZZZ").dedupe();

        assertThat(Book.entry(among, "K02").master().id()).isEqualTo(alone);
    }

    private static NameNode node(int index, String key) {
        NameNode node = new NameNode(key);
        node.index(index);
        Customer customer = new Customer("K" + index, "", "ACME", "", "");
        node.members().add(new NameNode.NamedCustomer(0, customer, Book.PARSER.parse("ACME")));
        return node;
    }

    private static String canonical(String... names) {
        DedupeResult result = Book.of(names).dedupe();
        assertThat(result.masters()).hasSize(1);
        return result.masters().get(0).canonical();
    }
}
