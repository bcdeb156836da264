package dev.segmentation.run;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.name.NameParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the master that people mean: by id, by canonical name, by any spelling of a name it bears. */
final class MasterIndex {
    private final NameParser parser;
    private final Map<String, MasterCustomer> byId = new HashMap<>();
    private final Map<String, MasterCustomer> byCanonical = new HashMap<>();
    private final Map<String, MasterCustomer> byKey = new HashMap<>();
    private final Map<String, MasterCustomer> byCustomerKey = new HashMap<>();

    MasterIndex(MasterMap map, NameParser parser) {
        this.parser = parser;
        for (MasterCustomer master : map.masters()) {
            byId.put(master.id(), master);
            byCanonical.put(master.canonical(), master);
        }
        map.customers().forEach(c -> byCustomerKey.put(c.customer().key(), c.master()));
        for (MappedCustomer customer : map.customers()) {
            String key = customer.evidence().key();
            MasterCustomer other = byKey.putIfAbsent(key, customer.master());
            if (other != null && other != customer.master()) {
                byKey.put(key, null);
            }
        }
        List<String> keys = map.masters().parallelStream()
                .map(master -> parser.parse(master.canonical()).key())
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            byKey.put(keys.get(i), map.masters().get(i));
        }
    }

    Optional<MasterCustomer> find(String id, String name) {
        MasterCustomer master = byId.get(id);
        return master != null ? Optional.of(master) : find(name);
    }

    Optional<MasterCustomer> find(String name) {
        MasterCustomer master = byCanonical.get(name);
        return Optional.ofNullable(
                master != null ? master : byKey.get(parser.parse(name).key()));
    }

    Optional<MasterCustomer> ofCustomer(String customerKey) {
        return Optional.ofNullable(byCustomerKey.get(customerKey));
    }
}
