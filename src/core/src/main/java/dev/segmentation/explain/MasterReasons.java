package dev.segmentation.explain;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.VetoedNames;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import dev.segmentation.run.MasterBase;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why masters are what they are: by the log of one run, by these rules, and by the decisions of people. What keeps a master apart
 * from names that look like it, or joins them, whatever the score, are vetoes and people. For one thread.
 */
public final class MasterReasons {
    private static final int MOST = 10;
    private final RunSettings settings;
    private final RuleCatalog catalog;
    private final RunLog log;
    private final MasterBase base;
    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, String> canonicals = new HashMap<>();
    private Governance governance;
    private VetoedNames names;
    private Map<String, Set<String>> mastersByNameKey;

    /**
     * Explains by that log.
     *
     * @param base the masters of that run with the decisions of people, {@code null} if there are none
     */
    public MasterReasons(RunSettings settings, RuleCatalog catalog, RunLog log, MasterBase base) {
        this.settings = settings;
        this.catalog = catalog;
        this.log = log;
        this.base = base;
        log.each((canonical, member) -> {
            customers.add(new Customer(member.key(), "", member.name(), "", ""));
            canonicals.put(member.key(), canonical);
        });
    }

    /**
     * The same masters by the same log and rules, with the decisions of people as they are now; what these do not touch is not
     * made again.
     */
    public MasterReasons decided(MasterBase now) {
        MasterReasons anew = new MasterReasons(settings, catalog, log, now);
        anew.mastersByNameKey = mastersByNameKey;
        if (names != null
                && anew.governance().keyOverrides().equals(governance().keyOverrides())) {
            anew.names = names;
        }
        return anew;
    }

    /** The reasons of the master of that canonical name. */
    public Explanation.Reasons of(String canonical) {
        List<Explanation.Member> members = log.members(canonical);
        return new Explanation.Reasons(
                members, verdicts(members), log.near(canonical), vetoed(members), how(canonical, members));
    }

    /** By the names that count as evidence and the decisions of people if the map of the last run has the master. */
    private Trace how(String canonical, List<Explanation.Member> members) {
        Optional<Trace> known = base == null ? Optional.empty() : base.trace(canonical, catalog);
        return known.orElseGet(() -> trace(evidence(members)));
    }

    Trace trace(List<NameEvidence> names) {
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier.trace(names, List.of());
        }
    }

    List<NameEvidence> evidence(List<Explanation.Member> members) {
        return members.stream()
                .map(Explanation.Member::name)
                .distinct()
                .map(catalog.parser()::evidence)
                .toList();
    }

    /** What people said of a master's names and others, and whether the last run did so. */
    private List<String> verdicts(List<Explanation.Member> members) {
        NameParser parser = catalog.parser();
        Set<String> keys = members.stream()
                .map(member -> parser.parse(member.name()).key())
                .collect(Collectors.toSet());
        members.forEach(
                member -> keys.add(parser.parse(canonicals.get(member.key())).key()));
        return governance().judgements().stream()
                .filter(judgement -> keys.contains(
                                parser.parse(judgement.alias()).key())
                        || keys.contains(parser.parse(judgement.master()).key()))
                .map(this::sentence)
                .toList();
    }

    private String sentence(MergeJudgement judgement) {
        boolean merge = judgement.merge();
        Set<String> alias = mastersOf(judgement.alias());
        Set<String> master = mastersOf(judgement.master());
        boolean together = alias.stream().anyMatch(master::contains);
        boolean told = !alias.isEmpty() && !master.isEmpty();
        return judgement.where() + " says that " + judgement.alias() + " and " + judgement.master()
                + (merge ? " are one company" : " are two companies")
                + (judgement.owner().isBlank() ? "" : ", decided by " + judgement.owner())
                + (judgement.reason().isBlank() ? "" : ": " + judgement.reason()) + "."
                + (told && merge != together ? " The last run did not do so; its notes say why." : "");
    }

    /** The masters of the customers who bear a name. */
    private Set<String> mastersOf(String name) {
        if (mastersByNameKey == null) {
            mastersByNameKey = new HashMap<>();
            customers.forEach(customer -> mastersByNameKey
                    .computeIfAbsent(catalog.parser().parse(customer.name()).key(), key -> new HashSet<>(2))
                    .add(canonicals.get(customer.key())));
        }
        return mastersByNameKey.getOrDefault(catalog.parser().parse(name).key(), Set.of());
    }

    /** Names that look like the master's and are kept apart by a veto. */
    private List<Explanation.Vetoed> vetoed(List<Explanation.Member> members) {
        Set<String> keys = members.stream().map(Explanation.Member::key).collect(Collectors.toSet());
        return names().of(keys, MOST).stream()
                .map(pair -> new Explanation.Vetoed(
                        canonicals.get(pair.customer()),
                        String.format(Locale.ROOT, "%.3f", pair.probability()),
                        pair.own() + " and " + pair.other() + ": " + pair.veto() + "."))
                .toList();
    }

    private VetoedNames names() {
        if (names == null) {
            customers.sort(Comparator.comparing(Customer::key));
            LinkRules rules = settings.linkRules(catalog.names(), catalog.parser(), Progress.NONE);
            names = new VetoedNames(
                    rules,
                    new NamedCustomers(
                            customers,
                            customers.stream()
                                    .map(customer -> catalog.parser().parse(customer.name()))
                                    .toList(),
                            governance().keyOverrides(),
                            List.of()));
        }
        return names;
    }

    /** An explanation needs no input folder. */
    private Governance governance() {
        if (governance == null) {
            governance = Files.isDirectory(settings.input())
                    ? settings.governance(error -> {}, note -> {})
                    : Governance.NONE;
        }
        return governance;
    }
}
