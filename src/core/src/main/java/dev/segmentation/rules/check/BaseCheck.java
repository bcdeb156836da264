package dev.segmentation.rules.check;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.table.Phrase;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds terms that no customer's name holds: they may be misspelt, or only be there for customers to come. */
final class BaseCheck {
    private BaseCheck() {}

    /** The terms in no name of the base; none if there is no base. */
    static List<RulePlace> neverFound(LintedRules rules, List<String> base) {
        if (base.isEmpty()) {
            return List.of();
        }
        Set<Phrase> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : base) {
            NameEvidence evidence = rules.parser().evidence(name);
            NameEvidence read = rules.vocabulary().read(evidence).name();
            rules.vocabulary().find(read).terms().forEach(hit -> found.add(hit.phrase()));
        }
        return rules.terms().stream()
                .filter(term -> !found.contains(term))
                .map(RulePlace::of)
                .toList();
    }
}
