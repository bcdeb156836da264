package dev.segmentation.evaluate.dedupe;

import java.util.List;

/**
 * One way in which the dedupe went wrong, with two customers as its example.
 *
 * @param pairs how many pairs of keys it costs
 * @param score how similar the scorer finds the two examples
 * @param first one customer
 * @param second the other
 * @param why what led to it
 */
public record PairError(long pairs, double score, Side first, Side second, String why) {
    /**
     * One of the two customers.
     *
     * @param key customer key
     * @param name name as billed
     * @param master name of its master
     * @param masterId id of its master
     * @param entity its entity by the labels
     */
    public record Side(String key, String name, String master, String masterId, String entity) {}

    /** Both customers. */
    public List<Side> sides() {
        return List.of(first, second);
    }
}
