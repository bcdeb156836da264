package dev.segmentation.suggest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.service.TestRun;
import dev.segmentation.suggest.group.Advice;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.testkit.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideVoicesTest {
    @TempDir
    Path folder;

    private final WikidataOf web = new WikidataOf("Quorvax");
    private final List<String> progress = new ArrayList<>();

    private static OpenMaster master(String name) {
        return new OpenMaster("M" + name, name, name, List.of(name), List.of(), 1, "Unknown", 1);
    }

    private static Advice advice(double probability, boolean sure) {
        Classification bank = new Classification(IndustrialGroup.FINANCIAL_SERVICES, "", "", SupportCategory.NONE);
        Evidence like = new Evidence("like this", "", "");
        return new Advice(List.of(new GroupSuggestion(bank, probability, "reason", List.of(like))), sure, "");
    }

    private List<OutsideVoices.Heard> hear(List<OpenMaster> masters, List<Advice> own) {
        TestRun run = new TestRun(folder.resolve("input"), folder.resolve("output")).rules(Path.of("rules"));
        NameParser names = new NameParser(RuleCatalog.names(Golden.RULES));
        Progress counted = (name, total) -> {
            progress.add(name + " " + total);
            return Progress.NONE.start(name, total);
        };
        var place = new OutsideVoices.Place(run.settings(), names, Golden.CLOCK, error -> {}, note -> {}, counted);
        Outside outside = new Outside(Map.of(), limits -> web);
        GroupNetwork network = new GroupNetwork(outside, Duration.ZERO, true, Optional.empty(), false);
        return OutsideVoices.hear(network, place, masters, own, 0.35);
    }

    @Test
    void onlyTheMastersOfWhichThisMachineIsNotSureAreAsked() {
        List<OpenMaster> masters =
                List.of(master("Sure"), master("Quorvax"), master("Unsure"), master("(NO NAME) 4711"));
        List<Advice> own = List.of(advice(0.75, true), advice(0.74, true), advice(0.9, false), advice(0.1, false));

        List<OutsideVoices.Heard> heard = hear(masters, own);

        assertThat(web.asked())
                .filteredOn(address -> address.contains("search="))
                .extracting(address -> address.replaceFirst(".*search=", ""))
                .containsExactly("Quorvax", "Unsure");
        assertThat(progress).containsExactly("Asking 2");
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0).advice()).isEqualTo(own.get(0));
        assertThat(heard.get(2).advice()).isEqualTo(own.get(2));
        assertThat(heard.get(1).advice().note())
                .isEqualTo("Financial Services: this machine 0.74. Manufacturing: Wikidata 0.60.");
    }

    @Test
    void evidenceWithoutAGroupIsStillShown() {
        web.failing(address -> address.contains("props=labels&")
                ? WikidataOf.json(200, web.recorded("labels").replace("steel industry", "alchemy"))
                : null);

        OutsideVoices.Heard heard =
                hear(List.of(master("Quorvax")), List.of(advice(0.2, false))).get(0);

        assertThat(heard.advice().sure()).isFalse();
        assertThat(heard.found()).extracting(Evidence::title).containsExactly("Wikidata: Quorvax Company");
    }
}
