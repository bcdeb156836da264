package dev.segmentation.master;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.name.NameParser;
import dev.segmentation.workspace.MappedCustomer;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The masters of a run by what is certainly theirs: id, canonical name, customer key, any spelling of a name. Safe for many
 * threads.
 */
public final class MasterDirectory {
    private final MasterMap map;
    private final NameParser parser;
    private final Map<String, MasterCustomer> byId = new HashMap<>();
    private final Map<String, MasterCustomer> byCanonical = new HashMap<>();
    private final Map<String, MasterCustomer> byCustomer = new HashMap<>();
    private Map<String, MasterCustomer> byKey;

    /** The masters of that map; {@code parser} understands the names that are looked up. */
    public MasterDirectory(MasterMap map, NameParser parser) {
        this.map = map;
        this.parser = parser;
        for (MasterCustomer master : map.masters()) {
            byId.put(master.id(), master);
            byCanonical.put(master.canonical(), master);
        }
        map.customers().forEach(mapped -> byCustomer.put(mapped.customer().key(), mapped.master()));
    }

    /**
     * Reads the masters of the last run; empty if there was none.
     *
     * @throws dev.segmentation.table.TableException if its map cannot be read
     */
    public static Optional<MasterDirectory> load(RunSettings settings, NameParser parser, Consumer<String> notes) {
        return MasterMap.exists(settings)
                ? Optional.of(
                        new MasterDirectory(MasterMap.read(settings.output().resolve(MasterMap.FILE), notes), parser))
                : Optional.empty();
    }

    /** Made when somebody first asks for a name that is no canonical one, since all names are taken apart for it. */
    private synchronized Map<String, MasterCustomer> byKey() {
        if (byKey == null) {
            byKey = new HashMap<>();
            List<String> keys = map.customers().parallelStream().map(this::key).toList();
            for (int i = 0; i < keys.size(); i++) {
                MasterCustomer master = map.customers().get(i).master();
                MasterCustomer other = byKey.putIfAbsent(keys.get(i), master);
                if (other != null && other != master) {
                    byKey.put(keys.get(i), null);
                }
            }
            keys = map.masters().parallelStream()
                    .map(master -> parser.parse(master.canonical()).key())
                    .toList();
            for (int i = 0; i < keys.size(); i++) {
                byKey.put(keys.get(i), map.masters().get(i));
            }
        }
        return byKey;
    }

    private String key(MappedCustomer customer) {
        return customer.nameKey() == null
                ? parser.parse(customer.segmentSource()).key()
                : customer.nameKey();
    }

    /** The parser that understands the names looked up here. */
    public NameParser parser() {
        return parser;
    }

    /** The master of exactly that id. */
    public Optional<MasterCustomer> ofId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<MasterCustomer> ofCanonical(String name) {
        return Optional.ofNullable(byCanonical.get(name));
    }

    /** The master of that customer key. */
    public Optional<MasterCustomer> ofCustomer(String customerKey) {
        return Optional.ofNullable(byCustomer.get(customerKey));
    }

    /** What people call a master: its id, its canonical name, any spelling that belongs to one master, in any case. */
    public Optional<MasterCustomer> called(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return find(upper, upper);
    }

    /** The master of that id; if there is none, the one of that name. */
    public Optional<MasterCustomer> find(String id, String name) {
        return ofId(id).or(() -> find(name));
    }

    /** The master of that canonical name, or of any spelling of it that belongs to one master. */
    public Optional<MasterCustomer> find(String name) {
        return ofCanonical(name).or(() -> ofNameKey(parser.parse(name).key()));
    }

    private Optional<MasterCustomer> ofNameKey(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(byKey().get(key));
    }
}
