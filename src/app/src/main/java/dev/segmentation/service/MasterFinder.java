package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.name.SearchWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds masters of one run by their words, and sorts them. Made once for each run; safe for many threads. */
public final class MasterFinder {
    private final List<MasterInfo> masters;
    private final WordIndex words;
    private final Map<MasterQuestion.Order, int[]> orders = new EnumMap<>(MasterQuestion.Order.class);

    /** Indexes the masters of that run. */
    MasterFinder(CurrentRun run) {
        this.masters = run.masters();
        WordIndex.Builder index = new WordIndex.Builder();
        for (int i = 0; i < masters.size(); i++) {
            MasterInfo master = masters.get(i);
            index.add(SearchWords.found(master.name()));
            index.add(SearchWords.found(master.canonical()));
            index.add(SearchWords.found(master.id()));
            for (Customer member : run.members(master.id())) {
                index.add(SearchWords.found(member.name()));
                index.add(SearchWords.found(member.key()));
            }
            index.next();
        }
        this.words = index.build();
        for (MasterQuestion.Order order : MasterQuestion.Order.values()) {
            orders.put(order, sorted(by(order)));
        }
    }

    /** Of the same masters in other classes. */
    private MasterFinder(CurrentRun run, MasterFinder former) {
        this.masters = run.masters();
        this.words = former.words;
        orders.putAll(former.orders);
        orders.put(MasterQuestion.Order.GROUP, sorted(by(MasterQuestion.Order.GROUP)));
    }

    /** The same for a run that has the same masters, maybe in other classes. */
    MasterFinder with(CurrentRun run) {
        return new MasterFinder(run, this);
    }

    private Comparator<Integer> by(MasterQuestion.Order order) {
        return switch (order) {
            case NAME -> Comparator.comparing((Integer i) -> masters.get(i).name(), String.CASE_INSENSITIVE_ORDER);
            case KEYS -> Comparator.comparingInt((Integer i) -> masters.get(i).keys());
            case GROUP -> Comparator.comparing((Integer i) -> masters.get(i).group());
            case BILLING -> Comparator.comparing((Integer i) -> masters.get(i).latestBilling());
        };
    }

    /** Places in that order, those that are equal by name, which is {@link MasterQuestion.Order#NAME} and comes first. */
    private int[] sorted(Comparator<Integer> order) {
        int[] byName = orders.get(MasterQuestion.Order.NAME);
        IntStream places = byName == null ? IntStream.range(0, masters.size()) : IntStream.of(byName);
        return places.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    /** All that fit, in the order asked for. */
    public List<MasterInfo> find(MasterQuestion asked) {
        BitSet named = asked.text() == null ? null : words.beginning(SearchWords.typed(asked.text()));
        int[] order = orders.get(asked.order());
        List<MasterInfo> found = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            int place = order[asked.descending() ? order.length - 1 - i : i];
            if ((named == null || named.get(place)) && asked.fits(masters.get(place))) {
                found.add(masters.get(place));
            }
        }
        return found;
    }
}
