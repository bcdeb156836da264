package dev.segmentation.rules.check;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.rules.table.TermRow;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds terms that no customer's name holds: they may be misspelt, or only be there for customers to come. */
final class BaseCheck {
    private BaseCheck() {}

    static void neverFires(LintedRules rules, List<String> base, Findings findings) {
        Set<Phrase> fired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : base) {
            NameEvidence evidence = rules.parser().evidence(name);
            NameEvidence read = rules.vocabulary().read(evidence).name();
            rules.vocabulary().find(read).terms().forEach(found -> fired.add(found.phrase()));
        }
        for (TermRow term : rules.terms()) {
            if (!fired.contains(term)) {
                String problem = "it is found in none of the " + base.size() + " names of the base";
                findings.warning(term, "never-fires", "Term", term.text(), problem, "");
            }
        }
    }
}
