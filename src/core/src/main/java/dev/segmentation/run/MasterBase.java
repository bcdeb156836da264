package dev.segmentation.run;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import dev.segmentation.workspace.MappedCustomer;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * All masters with what speaks for their classes: their names and the decisions of people. It can be classified by one rule
 * set after the other, and takes a name apart only once for all sets that share their name tables. Safe for use by many
 * threads.
 */
public final class MasterBase {
    private static final int EXAMPLES = 3;

    private final MasterMap map;
    private final MasterDirectory index;
    private final List<Entry> entries;
    private final AtomicReference<ClassifiedBase> last;
    private volatile Evidence evidence;

    /**
     * A master.
     *
     * @param master the master
     * @param texts the distinct texts that are evidence, the most frequent first
     * @param human what people decided about it or its keys
     * @param website its official host, may be blank
     * @param examples some of its original names, the most frequent first
     */
    public record Entry(
            MasterCustomer master,
            List<String> texts,
            List<HumanDecision> human,
            String website,
            List<String> examples) {
        private Entry decided(List<HumanDecision> decisions, String host) {
            return new Entry(master, texts, decisions, host, examples);
        }
    }

    /** The names of the masters as one parser understands them; filled in where they are first asked for. */
    private record Evidence(NameParser parser, AtomicReferenceArray<List<NameEvidence>> names) {}

    private MasterBase(
            MasterMap map,
            MasterDirectory index,
            List<Entry> entries,
            AtomicReference<ClassifiedBase> last,
            Evidence evidence) {
        this.map = map;
        this.index = index;
        this.entries = entries;
        this.last = last;
        this.evidence = evidence;
    }

    /** The masters of that map, and the decisions about them; decisions that fit none are noted. */
    public static MasterBase of(MasterMap map, Governance governance, NameParser parser, Consumer<String> notes) {
        List<Entry> entries = new ArrayList<>(map.masters().size());
        List<List<MappedCustomer>> byMaster = map.byMaster();
        for (int i = 0; i < byMaster.size(); i++) {
            List<MappedCustomer> customers = byMaster.get(i);
            List<String> originals = frequent(customers, one -> one.customer().name());
            entries.add(new Entry(
                    map.masters().get(i),
                    frequent(customers, MappedCustomer::segmentSource),
                    List.of(),
                    "",
                    originals.stream().limit(EXAMPLES).toList()));
        }
        return new MasterBase(map, new MasterDirectory(map, parser), entries, null, null).decidedBy(governance, notes);
    }

    private static List<String> frequent(List<MappedCustomer> customers, Function<MappedCustomer, String> text) {
        if (customers.size() == 1) {
            return List.of(text.apply(customers.get(0)));
        }
        Map<String, Integer> counts = new HashMap<>();
        customers.forEach(customer -> counts.merge(text.apply(customer), 1, Integer::sum));
        return counts.keySet().stream()
                .sorted(Comparator.comparing((String one) -> -counts.get(one)).thenComparing(one -> one))
                .toList();
    }

    private MasterBase with(UnaryOperator<Entry> change) {
        return new MasterBase(map, index, entries.stream().map(change).toList(), last, evidence);
    }

    /** The same masters with other decisions about them; what is known of their names stays. */
    MasterBase decidedBy(Governance governance, Consumer<String> notes) {
        HumanDecisions human = new HumanDecisions(governance, index, notes);
        Map<String, List<HumanDecision>> decisions = human.byMaster();
        Map<String, String> websites = human.websites();
        return with(entry -> entry.decided(
                decisions.getOrDefault(entry.master().id(), List.of()),
                websites.getOrDefault(entry.master().id(), "")));
    }

    /**
     * Reads the masters of the last run, and the decisions of people as they are now.
     *
     * @param settings where they stand
     * @param parser takes their names apart
     * @param notes receives remarks about decisions that fit no master
     * @throws dev.segmentation.table.TableException if there was no run, or a file cannot be read
     */
    public static MasterBase load(RunSettings settings, NameParser parser, Consumer<String> notes) {
        RunInputs inputs = new RunInputs(settings, Progress.NONE, error -> notes.accept(error.toString()), notes);
        Governance governance = inputs.governance();
        return of(inputs.map(), governance, parser, notes);
    }

    /** The same masters as if people had decided nothing. */
    public MasterBase withoutPeople() {
        return with(entry -> entry.decided(List.of(), entry.website()));
    }

    /** The number of masters. */
    public int size() {
        return entries.size();
    }

    /**
     * The same masters, which keep how they were classified last: rules that decide alike need not fire again for those in which
     * they find the same. That takes some hundred bytes a master.
     */
    public MasterBase remembering() {
        return last == null ? new MasterBase(map, index, entries, new AtomicReference<>(), evidence) : this;
    }

    /** Classifies all masters, in order of their canonical names. */
    public ClassifiedBase classify(RuleCatalog catalog, int threads, Progress progress) {
        ClassifiedBase classified = classify(catalog, last == null ? null : last.get(), threads, progress);
        if (last != null) {
            last.set(classified);
        }
        return classified;
    }

    /**
     * Classifies all masters by rules that are only tried, and does not keep it.
     *
     * @param former this base as it was classified before, {@code null} if it was not
     */
    public ClassifiedBase classify(RuleCatalog catalog, ClassifiedBase former, int threads, Progress progress) {
        try (Progress.Step step = progress.start("Classifying", entries.size())) {
            return ClassifiedBase.of(catalog, this, former, threads, step);
        }
    }

    /** How the decision about the master of that canonical name comes about; nothing if there is none. */
    public Optional<Trace> trace(String canonical, RuleCatalog catalog) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).master().canonical().equals(canonical))
                .mapToObj(i -> {
                    try (Classifier classifier = catalog.newClassifier()) {
                        return classifier.trace(
                                evidence(i, catalog.parser()), entries.get(i).human());
                    }
                })
                .findFirst();
    }

    /** The master at that place, in order of canonical names. */
    public Entry entry(int place) {
        return entries.get(place);
    }

    MasterMap map() {
        return map;
    }

    /** The places of all masters in the order in which people should look at them. */
    public int[] ranking() {
        return map.ranking();
    }

    /** Finds its masters by what people call them. */
    public MasterDirectory index() {
        return index;
    }

    /** The names of the master at that place of a classified base, understood by that parser. */
    public List<NameEvidence> evidence(int place, NameParser parser) {
        Evidence known = evidence;
        if (known == null || known.parser() != parser) {
            known = new Evidence(parser, new AtomicReferenceArray<>(entries.size()));
            evidence = known;
        }
        List<NameEvidence> names = known.names().get(place);
        if (names == null) {
            names = entries.get(place).texts().stream().map(parser::evidence).toList();
            known.names().set(place, names);
        }
        return names;
    }
}
