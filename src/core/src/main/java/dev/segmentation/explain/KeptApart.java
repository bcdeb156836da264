package dev.segmentation.explain;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.VetoedNames;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps a master apart from names that look like it, or joins them, whatever the score: vetoes, and people. */
final class KeptApart {
    private static final int MOST = 10;

    private final RunSettings settings;
    private final RuleCatalog catalog;
    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, String> canonicals = new HashMap<>();
    private Governance governance;
    private VetoedNames names;
    private Map<String, Set<String>> mastersByNameKey;

    KeptApart(RunSettings settings, RuleCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    /** The same customers, with the decisions of people as they are now; what these do not touch is not made again. */
    KeptApart anew() {
        KeptApart anew = new KeptApart(settings, catalog);
        anew.customers.addAll(customers);
        anew.canonicals.putAll(canonicals);
        anew.mastersByNameKey = mastersByNameKey;
        if (names != null
                && anew.governance().keyOverrides().equals(governance().keyOverrides())) {
            anew.names = names;
        }
        return anew;
    }

    /** Takes in a customer of the last run and the canonical name of its master. */
    void add(String key, String name, String canonical) {
        customers.add(new Customer(key, "", name, "", ""));
        canonicals.put(key, canonical);
    }

    /** What people said of a master's names and others, and whether the last run did so. */
    List<String> verdicts(List<Explanation.Member> members) {
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
        boolean merge = judgement.verdict() == MergeJudgement.Verdict.MERGE;
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
    List<Explanation.Vetoed> vetoed(List<Explanation.Member> members) {
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
