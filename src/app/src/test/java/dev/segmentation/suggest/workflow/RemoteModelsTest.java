package dev.segmentation.suggest.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.service.TestRun;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.KeptAnswers;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.testkit.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteModelsTest {
    @TempDir
    Path folder;

    private final WikidataOf web = new WikidataOf("Quorvax");
    private final List<String> progress = new ArrayList<>();

    private static OpenMaster master(String name) {
        return new OpenMaster("M" + name, name, name, List.of(name), List.of(), 1, "Unknown", 1);
    }

    private static Prediction advice(double probability, boolean sure) {
        Classification bank = new Classification(IndustrialGroup.FINANCIAL_SERVICES, "", "", SupportCategory.NONE);
        Evidence like = new Evidence("like this", "", "");
        return new Prediction(List.of(new GroupSuggestion(bank, probability, "reason", List.of(like))), sure, "");
    }

    private List<EnsemblePrediction> hear(List<OpenMaster> masters, List<Prediction> own) {
        TestRun run = new TestRun(folder.resolve("input"), folder.resolve("output")).rules(Path.of("rules"));
        NameParser names = new NameParser(RuleCatalog.names(Golden.RULES));
        Progress counted = (name, total) -> {
            progress.add(name + " " + total);
            return Progress.NONE.start(name, total);
        };
        KeptAnswers kept = KeptAnswers.open(run.settings().output(), Golden.CLOCK);
        Outside outside = new Outside(Map.of(), limits -> web);
        RemoteAccess access = RemoteAccess.of(outside, Duration.ZERO, true, true, false);
        return new RemoteModels(access, kept, run.settings().rules(), names, 0.35, error -> {}, note -> {})
                .predict(counted, masters, own);
    }

    @Test
    void onlyTheMastersOfWhichThisMachineIsNotSureAreAsked() {
        List<OpenMaster> masters =
                List.of(master("Sure"), master("Quorvax"), master("Unsure"), master("(NO NAME) 4711"));
        List<Prediction> own = List.of(advice(0.75, true), advice(0.74, true), advice(0.9, false), advice(0.1, false));

        List<EnsemblePrediction> heard = hear(masters, own);

        assertThat(web.asked())
                .filteredOn(address -> address.contains("search="))
                .extracting(address -> address.replaceFirst(".*search=", ""))
                .containsExactly("Quorvax", "Unsure");
        assertThat(progress).containsExactly("Asking 2");
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0).prediction()).isEqualTo(own.get(0));
        assertThat(heard.get(2).prediction()).isEqualTo(own.get(2));
        assertThat(heard.get(1).prediction().note())
                .isEqualTo("Financial Services: this machine 0.74. Manufacturing: Wikidata 0.60.");
    }

    @Test
    void evidenceWithoutAGroupIsStillShown() {
        web.failing(address -> address.contains("props=labels&")
                ? WikidataOf.json(200, web.recorded("labels").replace("steel industry", "alchemy"))
                : null);

        EnsemblePrediction heard =
                hear(List.of(master("Quorvax")), List.of(advice(0.2, false))).get(0);

        assertThat(heard.prediction().sure()).isFalse();
        assertThat(heard.found()).extracting(Evidence::title).containsExactly("Wikidata: Quorvax Company");
    }
}
