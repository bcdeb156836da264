package dev.segmentation.output;

import dev.segmentation.customer.MasterCustomer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order people should look at masters, whatever is decided about them: those with many keys first, then those that were
 * billed lately. Safe for use by many threads.
 */
public final class Ranking {
    private final List<MasterCustomer> masters;
    private int[] order;

    /** The order of these masters, made when somebody first asks for it. */
    public Ranking(List<MasterCustomer> masters) {
        this.masters = masters;
    }

    /** The places of all masters, the most valuable first. */
    public synchronized int[] order() {
        if (order == null) {
            String[] latest =
                    masters.stream().map(MasterCustomer::latestBilling).toArray(String[]::new);
            order = IntStream.range(0, masters.size())
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer place) ->
                                    -masters.get(place).members().size())
                            .thenComparing(place -> latest[place], Comparator.reverseOrder())
                            .thenComparing(place -> masters.get(place).canonical()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return order.clone();
    }
}
