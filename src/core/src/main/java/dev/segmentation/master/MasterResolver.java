package dev.segmentation.master;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.NearestNames;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.MappedCustomer;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds the present master that people mean by a name: by what is certain first, with all that people and earlier runs know of
 * names; then, for all names that are left, by how much they resemble the names of customers.
 */
public final class MasterResolver {
    private static final int NEAREST = 3;
    private static final int SPELLINGS = 12;
    private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:\\u2026|\\.{3,})\\s*");

    private final RunSettings settings;
    private final NameTables names;
    private final NameParser parser;
    private final Governance governance;
    private final MasterMap map;
    private final MasterDirectory directory;
    private final List<RowError> rejected = new ArrayList<>();
    private final Map<String, String> formerIds;
    /** By the id of a master that ended, the one that took it over; blank where its names went to several. */
    private final Map<String, String> successors;

    private final Map<String, String> merged = new HashMap<>();
    private final Map<String, List<String>> apart = new HashMap<>();

    /** How a master was found. */
    public enum How {
        ID("by its id"),
        NAME("by its name"),
        SPELLING("by a spelling of its name"),
        MERGE_OVERRIDE("by a merge override"),
        FORMER("by a former name"),
        SUCCESSOR("by the master that took it over"),
        LEFT_OUT("by the beginning and the end of its name"),
        SIMILARITY("by similarity");

        private final String label;

        How(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A master and how it was found.
     *
     * @param score in [0, 1] that it is the one; 1 but for similarity
     */
    public record Found(MasterCustomer master, How how, double score) {}

    /** Reads the last run, the decisions of people and the past; what is odd about them is noted. */
    public MasterResolver(RunSettings settings, Consumer<String> notes) {
        this.settings = settings;
        this.names = RuleCatalog.names(settings.rules());
        this.parser = new NameParser(names);
        RunInputs inputs = new RunInputs(settings, Progress.NONE, rejected::add, notes);
        this.governance = inputs.governance();
        if (MasterMap.exists(settings)) {
            this.map = inputs.map();
        } else {
            this.map = new MasterMap(List.of(), List.of());
            notes.accept("There was no run in " + settings.output() + " yet, so no name can be compared with masters."
                    + " Run `segmenter run` and then this command again.");
        }
        this.directory = new MasterDirectory(map, parser);
        Path registry = settings.input().resolve(MasterRegistry.FILE);
        this.formerIds =
                Files.exists(registry) ? MasterRegistry.read(registry, notes).idsByNameKey() : Map.of();
        this.successors = MasterHistory.successors(settings.output(), notes);
        for (MergeJudgement judgement : governance.judgements()) {
            if (judgement.merge()) {
                merged.put(key(judgement.alias()), judgement.master());
            } else {
                apart(judgement.alias(), judgement.master());
                apart(judgement.master(), judgement.alias());
            }
        }
    }

    private void apart(String name, String other) {
        apart.computeIfAbsent(key(name), key -> new ArrayList<>()).add(other);
    }

    private String key(String name) {
        return parser.parse(name).key();
    }

    /** The parser that understands the names looked up here. */
    public NameParser parser() {
        return parser;
    }

    /** The masters of the last run; empty if there was none. */
    public MasterMap map() {
        return map;
    }

    /** The decisions of people. */
    public Governance governance() {
        return governance;
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return rejected;
    }

    /** Whether people said that a name of that key is another company than one whose name the master bears. */
    private boolean apart(String key, MasterCustomer master) {
        return apart.getOrDefault(key, List.of()).stream()
                .flatMap(other -> directory.called(other).stream())
                .anyMatch(one -> one.id().equals(master.id()));
    }

    /** Whether a text as a whole is the name of a master or of one of its customers. */
    public boolean known(String text) {
        return directory.called(text).isPresent();
    }

    /** Whether a name leaves out its middle. */
    public static boolean leavesOut(String name) {
        return LEFT_OUT.matcher(name).find();
    }

    /** The present master of exactly that id. */
    public Optional<MasterCustomer> ofId(String id) {
        return directory.ofId(id);
    }

    /** The master of that id, or of that name, where there is no doubt. */
    public Optional<Found> find(String id, String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        Optional<Found> exact = found(ofId(id), How.ID).or(() -> found(directory.ofCanonical(upper), How.NAME));
        if (exact.isPresent()) {
            return exact;
        }
        String key = key(name);
        Optional<String> former = key.isEmpty() ? Optional.empty() : Optional.ofNullable(formerIds.get(key));
        return found(directory.find(name), How.SPELLING)
                .or(() -> found(Optional.ofNullable(merged.get(key)).flatMap(directory::find), How.MERGE_OVERRIDE))
                .or(() -> found(successor(id).flatMap(this::ofId), How.SUCCESSOR))
                .or(() -> found(former.flatMap(this::ofId).filter(one -> !apart(key, one)), How.FORMER))
                .or(() -> found(
                        former.flatMap(this::successor).flatMap(this::ofId).filter(one -> !apart(key, one)),
                        How.SUCCESSOR))
                .or(() -> found(leftOut(upper), How.LEFT_OUT));
    }

    /** The last master in the row of those that took over another; empty if nobody took that one over. */
    private Optional<String> successor(String id) {
        Set<String> seen = new HashSet<>();
        String last = id;
        while (successors.containsKey(last) && seen.add(last)) {
            last = successors.get(last);
        }
        return last.equals(id) || last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    private static Optional<Found> found(Optional<MasterCustomer> master, How how) {
        return master.map(one -> new Found(one, how, 1));
    }

    /** The only master one of whose customers' names begins and ends as this one, which leaves out its middle. */
    private Optional<MasterCustomer> leftOut(String name) {
        String[] ends = LEFT_OUT.split(name, 2);
        if (ends.length < 2 || ends[0].length() < 4 || ends[1].length() < 2) {
            return Optional.empty();
        }
        Map<String, MasterCustomer> masters = new HashMap<>();
        for (MappedCustomer customer : map.customers()) {
            String full = customer.customer().name().strip().toUpperCase(Locale.ROOT);
            if (full.startsWith(ends[0])
                    && full.endsWith(ends[1])
                    && full.length() >= ends[0].length() + ends[1].length()) {
                masters.put(customer.master().id(), customer.master());
            }
        }
        return masters.size() == 1 ? Optional.of(masters.values().iterator().next()) : Optional.empty();
    }

    /**
     * The masters whose customers' names resemble names that {@link #find} finds no master for, best first, each master once.
     *
     * @return by name; a name that resembles none has an empty list
     */
    public Map<String, List<Found>> nearest(Collection<String> texts) {
        LinkRules rules = settings.linkRules(names, parser, Progress.NONE);
        Map<String, List<Found>> nearest = new LinkedHashMap<>();
        texts.forEach(text -> nearest.put(text, List.of()));
        if (texts.isEmpty() || map.customers().isEmpty()) {
            return nearest;
        }
        Map<String, String> asked = new LinkedHashMap<>();
        nearest.keySet().forEach(text -> asked.put("\uFFFF" + asked.size(), text));
        Map<String, List<NearestNames.Near>> near =
                new NearestNames(rules, withNames(asked)).of(asked.keySet(), SPELLINGS);
        asked.forEach((stand, text) -> nearest.put(text, best(key(text), near.getOrDefault(stand, List.of()))));
        return nearest;
    }

    /** What people keep apart is not near, however much it looks alike. */
    private List<Found> best(String key, List<NearestNames.Near> near) {
        Set<String> seen = new HashSet<>();
        List<Found> best = new ArrayList<>();
        for (NearestNames.Near one : near) {
            MasterCustomer master = directory.ofCustomer(one.customer()).orElseThrow();
            if (seen.add(master.id()) && best.size() < NEAREST && !apart(key, master)) {
                best.add(new Found(master, How.SIMILARITY, one.probability()));
            }
        }
        return best;
    }

    /** Every spelling of the list once, and the names asked for as customers of their own. */
    private NamedCustomers withNames(Map<String, String> asked) {
        Map<String, Customer> spellings = new HashMap<>();
        map.customers()
                .forEach(customer -> spellings.putIfAbsent(
                        customer.segmentSource(), spelled(customer.customer().key(), customer.segmentSource())));
        List<Customer> customers = new ArrayList<>(spellings.values());
        asked.forEach(
                (key, text) -> customers.add(spelled(key, LEFT_OUT.matcher(text).replaceAll(" "))));
        customers.sort(Comparator.comparing(Customer::key));
        List<ParsedName> parsed = customers.parallelStream()
                .map(customer -> parser.parse(customer.name()))
                .toList();
        return new NamedCustomers(customers, parsed, Map.of(), List.of());
    }

    private static Customer spelled(String key, String name) {
        return new Customer(key, "", name, "", "");
    }
}
