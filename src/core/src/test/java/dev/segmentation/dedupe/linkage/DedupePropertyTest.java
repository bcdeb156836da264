package dev.segmentation.dedupe.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.Book;
import dev.segmentation.dedupe.DedupeResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DedupePropertyTest {

    @Property(tries = 150)
    void everyCustomerIsInExactlyOneMaster(@ForAll("names") List<String> names) {
        DedupeResult result = book(names, List.of()).dedupe();

        List<String> keys = result.masters().stream()
                .flatMap(master -> master.members().stream())
                .map(Customer::key)
                .toList();
        assertThat(keys).hasSize(names.size()).doesNotHaveDuplicates();
        assertThat(result.entries())
                .hasSize(names.size())
                .allSatisfy(entry -> assertThat(entry.master().members()).contains(entry.customer()));
        assertThat(result.masters()).extracting(MasterCustomer::canonical).doesNotHaveDuplicates();
        assertThat(result.masters()).extracting(MasterCustomer::id).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void orderOfRowsDoesNotMatter(@ForAll("names") List<String> names, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        Book shuffled = new Book();
        Collections.shuffle(order, random);
        order.forEach(i -> shuffled.customer(key(i), names.get(i)));

        DedupeResult result = shuffled.dedupe();

        DedupeResult expected = book(names, List.of()).dedupe();
        assertThat(result.masters()).isEqualTo(expected.masters());
        assertThat(result.entries()).isEqualTo(expected.entries());
    }

    @Property(tries = 150)
    void noMasterBreaksANeverVerdict(
            @ForAll("names") List<String> names, @ForAll("pairs") @Size(max = 6) List<List<String>> pairs) {
        DedupeResult result = book(names, pairs).dedupe();

        for (List<String> pair : pairs) {
            if (pair.get(0).equals("never") && names.containsAll(pair.subList(1, 3))) {
                assertThat(masterOf(result, pair.get(1)))
                        .as(pair.toString())
                        .doesNotContainAnyElementsOf(masterOf(result, pair.get(2)));
            }
        }
    }

    @Property(tries = 300)
    void scoreIsSymmetricAndBounded(@ForAll("names") List<String> names) {
        Linkage linkage = Book.linkage(names);
        PairScorer scorer = linkage.scorer();
        for (NameNode a : linkage.nodes()) {
            for (NameNode b : linkage.nodes()) {
                assertThat(linkage.probability(a.index(), b.index(), scorer))
                        .isBetween(0.0, 1.0)
                        .isEqualTo(linkage.probability(b.index(), a.index(), scorer));
            }
        }
    }

    private static List<String> masterOf(DedupeResult result, String name) {
        return result.entries().stream()
                .filter(entry -> entry.customer().name().equals(name))
                .map(entry -> entry.master().id())
                .distinct()
                .toList();
    }

    private static Book book(List<String> names, List<List<String>> pairs) {
        Book book = new Book();
        for (int i = 0; i < names.size(); i++) {
            book.customer(key(i), names.get(i));
        }
        for (List<String> pair : pairs) {
            if (pair.get(0).equals("never")) {
                book.never(pair.get(1), pair.get(2));
            } else {
                book.merge(pair.get(1), pair.get(2));
            }
        }
        return book;
    }

    private static String key(int index) {
        return "K%03d".formatted(index);
    }

    /** Distinct keys, so that a `never` between any two of them can be kept; many resemble each other. */
    private static Arbitrary<String> name() {
        return Combinators.combine(
                        Arbitraries.of("NORTHGATE", "NORTHGATES", "NORTGATE", "NORTHGATTE", "FERRAGAMO", "FERAGAMO"),
                        Arbitraries.of("LOGISTICS", "LOGISTIC", "LOGISTCS", "HOLDINGS"),
                        Arbitraries.of("", " 12", " 13", " USA"))
                .as((first, second, third) -> first + " " + second + third);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return name().list().ofMinSize(1).ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<List<String>>> pairs() {
        return Combinators.combine(Arbitraries.of("never", "merge"), name(), name())
                .as((verdict, a, b) -> List.of(verdict, a, b))
                .filter(pair -> !pair.get(1).equals(pair.get(2)))
                .list();
    }
}
