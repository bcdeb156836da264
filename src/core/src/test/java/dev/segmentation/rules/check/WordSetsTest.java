package dev.segmentation.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RuleChange;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word sets as the rules use them. */
class WordSetsTest {
    @TempDir
    Path folder;

    @Test
    void everyWordOfASetVetoesAndTheTraceNamesTheSet() {
        RuleCatalog catalog = load();

        assertThat(phrases(catalog, "MAPLE LAW")).containsExactly("law ");
        assertThat(phrases(catalog, "MAPLE LAW STORES")).containsExactly("law vetoed by STORE of @seller");
        assertThat(phrases(catalog, "LAW SUPPLY OF MAPLE")).containsExactly("law vetoed by SUPPLY of @seller");
    }

    @Test
    void wordsOfTheCellCountBesideItsSets() {
        SoundRules rules = new SoundRules(folder);
        Path concepts = rules.path().resolve("common/concepts.csv");
        RuleFaultsTest.replace(concepts, "@seller", "MOTHER IN|@Seller");
        RuleCatalog catalog = RuleCatalog.load(rules.path(), cache());

        assertThat(phrases(catalog, "MY MOTHER IN LAW")).containsExactly("law vetoed by MOTHER IN");
        assertThat(phrases(catalog, "LAW STORE")).containsExactly("law vetoed by STORE of @seller");
    }

    @Test
    void aWordOfASetThatIsMisspeltIsReadAsItWasMeant() {
        SoundRules rules = new SoundRules(folder);
        RuleFaultsTest.replace(rules.path().resolve("common/word-sets.csv"), "SUPPLY", "CONSULTING");
        RuleCatalog catalog = RuleCatalog.load(rules.path(), cache());

        assertThat(phrases(catalog, "LAW CONSLUTING")).containsExactly("law vetoed by CONSULTING of @seller");
    }

    @Test
    void anEditOfASetConcernsTheNamesOfItsRowsAlone() {
        SoundRules rules = new SoundRules(folder);
        RuleCatalog former = RuleCatalog.load(rules.path(), cache());
        RuleFaultsTest.replace(rules.path().resolve("common/word-sets.csv"), "STORE", "SHOP");
        RuleCatalog now = RuleCatalog.load(rules.path(), cache(), former);

        assertThat(now.hasSameRules(former)).isTrue();
        RuleChange change = now.since(former);
        assertThat(change.doesNotAffect(verdict(former, "MAPLE LAW"))).isFalse();
        assertThat(change.doesNotAffect(verdict(former, "MAPLE HIGH SCHOOL"))).isTrue();
        assertThat(phrases(now, "MAPLE LAW STORE")).containsExactly("law ");
        assertThat(phrases(now, "MAPLE LAW SHOP")).containsExactly("law vetoed by SHOP of @seller");
    }

    @Test
    void noRunUsesRulesThatNameAnUnknownSet() {
        SoundRules rules = new SoundRules(folder);
        RuleFaultsTest.replace(rules.path().resolve("common/concepts.csv"), "@seller", "@shops");

        assertThatThrownBy(() -> RuleCatalog.load(rules.path(), cache()))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("common/concepts.csv:4, column Unless: there is no word set @shops");
    }

    private RuleCatalog load() {
        return RuleCatalog.load(new SoundRules(folder).path(), cache());
    }

    private static Verdict verdict(RuleCatalog catalog, String name) {
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier.verdict(List.of(catalog.parser().evidence(name)), List.of(), null);
        }
    }

    private static List<String> phrases(RuleCatalog catalog, String name) {
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier.trace(List.of(catalog.parser().evidence(name)), List.of()).phrases().stream()
                    .map(phrase -> phrase.id() + " " + phrase.objection())
                    .toList();
        }
    }

    private RulesCache cache() {
        return new RulesCache(folder.resolve("cache"), "test");
    }
}
