package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.name.SearchWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds masters of one run by their words, and sorts them. Made once for each run; safe for many threads. */
public final class MasterFinder {
    private final List<MasterInfo> masters;
    /** All words of all masters, sorted. */
    private final String[] words;
    /** For each word the places of the masters that have it, in rising order. */
    private final int[][] places;

    private final Map<Order, int[]> orders = new EnumMap<>(Order.class);

    /** By what masters are sorted; those that are equal, by name. */
    public enum Order {
        /** By the name that is shown. */
        NAME,
        /** By how many customer keys they have. */
        KEYS,
        /** By the name of the group. */
        GROUP,
        /** By the latest billing date; none comes before all. */
        BILLING
    }

    /** Indexes the masters of that run. */
    MasterFinder(CurrentRun run) {
        this.masters = run.masters();
        Map<String, int[]> found = new HashMap<>();
        for (int i = 0; i < masters.size(); i++) {
            MasterInfo master = masters.get(i);
            add(found, i, master.name());
            add(found, i, master.canonical());
            add(found, i, master.id());
            for (Customer member : run.members(master.id())) {
                add(found, i, member.name());
                add(found, i, member.key());
            }
        }
        this.words = found.keySet().toArray(String[]::new);
        Arrays.sort(words);
        this.places = new int[words.length][];
        Arrays.setAll(places, i -> {
            int[] counted = found.get(words[i]);
            return Arrays.copyOfRange(counted, 1, counted[0] + 1);
        });
        for (Order order : Order.values()) {
            orders.put(order, sorted(order));
        }
    }

    /** Of the same masters in other classes. */
    private MasterFinder(CurrentRun run, MasterFinder former) {
        this.masters = run.masters();
        this.words = former.words;
        this.places = former.places;
        orders.putAll(former.orders);
        orders.put(Order.GROUP, sorted(Order.GROUP));
    }

    /** The same for a run that has the same masters, maybe in other classes. */
    MasterFinder with(CurrentRun run) {
        return new MasterFinder(run, this);
    }

    /** Notes a place under each word of a text. The first number of a list counts those behind it, for lists grow by doubling. */
    private static void add(Map<String, int[]> found, int place, String text) {
        for (String word : SearchWords.found(text)) {
            int[] list = found.computeIfAbsent(word, fresh -> new int[2]);
            int count = list[0];
            if (count > 0 && list[count] == place) {
                continue;
            }
            if (count + 1 == list.length) {
                list = Arrays.copyOf(list, list.length * 2);
                found.put(word, list);
            }
            list[0] = count + 1;
            list[count + 1] = place;
        }
    }

    /** Places in that order, those that are equal by name, which is {@link Order#NAME} and comes first. */
    private int[] sorted(Order order) {
        Comparator<Integer> by =
                switch (order) {
                    case NAME ->
                        Comparator.comparing((Integer i) -> masters.get(i).name(), String.CASE_INSENSITIVE_ORDER);
                    case KEYS ->
                        Comparator.comparingInt((Integer i) -> masters.get(i).keys());
                    case GROUP ->
                        Comparator.comparing((Integer i) -> masters.get(i).group());
                    case BILLING ->
                        Comparator.comparing((Integer i) -> masters.get(i).latestBilling());
                };
        int[] byName = orders.get(Order.NAME);
        IntStream all = byName == null ? IntStream.range(0, masters.size()) : IntStream.of(byName);
        return all.boxed().sorted(by).mapToInt(Integer::intValue).toArray();
    }

    /**
     * All that fit, in the order asked for.
     *
     * @param text words of a name in any order, each at least its beginning; also a customer key or a master id; {@code null} for
     *     any
     */
    public List<MasterInfo> find(String text, Predicate<MasterInfo> fits, Order by, boolean descending) {
        BitSet named = text == null ? null : named(SearchWords.typed(text));
        int[] order = orders.get(by);
        List<MasterInfo> found = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            int place = order[descending ? order.length - 1 - i : i];
            if ((named == null || named.get(place)) && fits.test(masters.get(place))) {
                found.add(masters.get(place));
            }
        }
        return found;
    }

    /** The places that have, for each of these, a word that begins so; no place if there are none. */
    private BitSet named(List<String> prefixes) {
        BitSet all = new BitSet();
        for (int i = 0; i < prefixes.size(); i++) {
            if (i == 0) {
                all = named(prefixes.get(i));
            } else {
                all.and(named(prefixes.get(i)));
            }
        }
        return all;
    }

    private BitSet named(String prefix) {
        BitSet some = new BitSet(masters.size());
        int at = Arrays.binarySearch(words, prefix);
        for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(prefix); i++) {
            for (int place : places[i]) {
                some.set(place);
            }
        }
        return some;
    }
}
