package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who the masters of a run are, whatever their classes: places of masters in its list, by id and by customer key. Never changes. */
final class MasterMembers {
    private final List<List<Customer>> members;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byKey = new HashMap<>();

    /**
     * The masters of a run.
     *
     * @param ids of the masters, in the order of the run
     * @param members the customers of each
     */
    MasterMembers(List<String> ids, List<List<Customer>> members) {
        this.members = new ArrayList<>(members);
        for (int i = 0; i < ids.size(); i++) {
            int place = i;
            byId.put(ids.get(i), place);
            members.get(i).forEach(customer -> byKey.put(customer.key(), place));
        }
    }

    /** The place of the master of that id. */
    Optional<Integer> ofId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The place of the master of that customer key. */
    Optional<Integer> ofCustomer(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The customers of the master at that place, by key. */
    List<Customer> members(int place) {
        return members.get(place);
    }
}
