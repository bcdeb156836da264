package dev.segmentation.dedupe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.Book;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.linkage.NameNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RegistryPropertyTest {
    private static final int NAMES = 9;
    private static final int RUNS = 6;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** One run over names that are thrown together at random: which names each master bears, by id. */
    private record Run(Map<String, Set<String>> names, Map<String, String> canonicals, RegistryUpdate update) {}

    @Property(tries = 400)
    void idsLiveOnThroughRandomMergersAndSplits(@ForAll Random random) {
        MasterRegistry registry = MasterRegistry.EMPTY;
        Set<String> everSeen = new HashSet<>();
        Run before = null;
        List<List<String>> groups = List.of();
        for (int i = 0; i < RUNS; i++) {
            groups = changed(groups, random);
            Run now = run(groups, registry, i, random);
            assertUnique(now);
            if (before != null) {
                assertUntouchedMastersStay(before, now);
                assertHistoryExplains(before, now);
                Set<String> fresh = minus(now.names().keySet(), before.names().keySet());
                assertThat(ids(now, MasterEvent.Kind.NEW, MasterEvent.Kind.SPLIT))
                        .containsAll(fresh);
            }
            registry = now.update().next();
            everSeen.addAll(now.names().keySet());
            assertThat(registry.rows()).extracting(RegistryRow::id).containsExactlyInAnyOrderElementsOf(everSeen);
            before = now;
        }
    }

    private static void assertUnique(Run now) {
        assertThat(now.canonicals().values()).doesNotHaveDuplicates();
        assertThat(now.names().keySet()).allMatch(RegistryRow::isId);
    }

    private static void assertUntouchedMastersStay(Run before, Run now) {
        before.names().forEach((id, names) -> {
            if (now.names().containsValue(names)) {
                assertThat(now.names()).containsEntry(id, names);
                assertThat(now.canonicals())
                        .containsEntry(id, before.canonicals().get(id));
            }
        });
    }

    /** Every id that went or came, every name that has another master, and every new canonical has its row. */
    private static void assertHistoryExplains(Run before, Run now) {
        Set<String> vanished = minus(before.names().keySet(), now.names().keySet());
        assertThat(ids(now, MasterEvent.Kind.GONE, MasterEvent.Kind.MERGED)).isEqualTo(vanished);
        Set<String> present = new HashSet<>();
        now.names().values().forEach(present::addAll);
        before.names().forEach((id, names) -> now.names().forEach((other, others) -> {
            Set<String> moved = new HashSet<>(names);
            moved.retainAll(others);
            // of a master all of whose names are gone a former name may be back elsewhere
            if (!id.equals(other) && !Collections.disjoint(names, present)) {
                boolean lives = now.names().containsKey(id);
                List<MasterEvent> told = now.update().events().stream()
                        .filter(e -> lives
                                ? e.kind() == MasterEvent.Kind.SPLIT
                                        && e.id().equals(other)
                                        && e.from().startsWith(id + " ")
                                : e.kind() == MasterEvent.Kind.MERGED
                                        && e.id().equals(id)
                                        && e.to().startsWith(other + " "))
                        .toList();
                assertThat(told).hasSize(moved.isEmpty() ? 0 : 1);
                told.forEach(e -> assertThat(e.keys()).containsExactlyInAnyOrderElementsOf(moved));
            }
        }));
        now.canonicals().forEach((id, canonical) -> {
            String former = before.canonicals().get(id);
            boolean renamed = former != null && !former.equals(canonical);
            assertThat(ids(now, MasterEvent.Kind.RENAMED).contains(id)).isEqualTo(renamed);
        });
    }

    private static Set<String> ids(Run run, MasterEvent.Kind... kinds) {
        return run.update().events().stream()
                .filter(e -> List.of(kinds).contains(e.kind()))
                .map(MasterEvent::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Most groups stay; some names come, go or move. */
    private static List<List<String>> changed(List<List<String>> groups, Random random) {
        Map<String, Integer> groupOf = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (String name : groups.get(g)) {
                groupOf.put(name, g);
            }
        }
        for (int i = 0; i < NAMES; i++) {
            String name = "NAME" + (char) ('A' + i);
            int dice = groups.isEmpty() ? 0 : random.nextInt(6);
            if (dice == 0) {
                groupOf.put(name, random.nextInt(NAMES));
            } else if (dice == 1) {
                groupOf.remove(name);
            }
        }
        groupOf.put("NAMEZ", NAMES);
        Map<Integer, List<String>> byGroup = new TreeMap<>();
        groupOf.forEach((name, group) ->
                byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(name));
        return List.copyOf(byGroup.values());
    }

    private static Run run(List<List<String>> groups, MasterRegistry registry, int number, Random random) {
        MasterNaming naming = Book.naming();
        List<Cluster> clusters = new ArrayList<>();
        int index = 0;
        for (List<String> group : groups) {
            List<NameNode> nodes = new ArrayList<>();
            for (String name : group) {
                NameNode node = new NameNode(name);
                node.index(index++);
                for (int i = random.nextInt(4); i >= 0; i--) {
                    Customer customer = new Customer(name + i, "", name, "", "");
                    node.members().add(new NameNode.NamedCustomer(0, customer, Book.PARSER.parse(name)));
                }
                nodes.add(node);
            }
            clusters.add(naming.propose(nodes));
        }
        MasterIdentities identities = new MasterIdentities(registry, clusters, naming, name -> name);
        Map<String, Set<String>> names = new HashMap<>();
        Map<String, String> canonicals = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            names.put(identities.of(i).id(), Set.copyOf(groups.get(i)));
            canonicals.put(identities.of(i).id(), identities.of(i).canonical());
        }
        assertThat(names).as("one id each").hasSize(clusters.size());
        return new Run(names, canonicals, identities.update(START.plusSeconds(number)));
    }

    /** Names that resemble each other, so that new ones may join masters or change what others resemble. */
    @Property(tries = 60)
    void newRowsChangeNoUntouchedMasterInWhateverOrder(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int more) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new String[] {"K%03d".formatted(i), name(random)});
        }
        DedupeResult first = book(rows).dedupe(MasterRegistry.EMPTY, START);
        for (int i = 0; i < more; i++) {
            rows.add(new String[] {"%03d".formatted(random.nextInt(1000)), name(random)});
        }
        DedupeResult second = book(rows).dedupe(first.registry().next(), START.plusSeconds(1));
        for (MasterCustomer master : first.masters()) {
            second.masters().stream()
                    .filter(m -> m.members().equals(master.members()))
                    .forEach(m -> assertThat(m).isEqualTo(master));
        }
        Collections.shuffle(rows, random);
        DedupeResult shuffled = book(rows).dedupe(first.registry().next(), START.plusSeconds(1));
        assertThat(shuffled.masters()).isEqualTo(second.masters());
        assertThat(shuffled.registry().events()).isEqualTo(second.registry().events());
        assertThat(shuffled.registry().next().rows())
                .isEqualTo(second.registry().next().rows());
    }

    private static String name(Random random) {
        List<String> first = List.of("NORTHGATE", "NORTHGATES", "NORTGATE", "FERRAGAMO", "FERAGAMO", "ZINC", "");
        List<String> second = List.of("LOGISTICS", "LOGISTIC INC", "LOGISTCS", "HOLDINGS", "& SONS", "AND SONS", "");
        List<String> third = List.of("", " 12", " 13", " USA", " C/O BOLT");
        return pick(first, random) + " " + pick(second, random) + pick(third, random);
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static Book book(List<String[]> rows) {
        Map<String, String> distinct = new TreeMap<>();
        rows.stream()
                .sorted((a, b) -> (a[0] + a[1]).compareTo(b[0] + b[1]))
                .forEach(row -> distinct.putIfAbsent(row[0], row[1]));
        Book book = new Book();
        rows.stream().map(row -> row[0]).distinct().forEach(key -> book.customer(key, distinct.get(key)));
        return book;
    }
}
