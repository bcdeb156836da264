package dev.segmentation.suggest.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.text.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnsemblePredictionTest {
    private static final IndustrialGroup MAKER = IndustrialGroup.MANUFACTURING;
    private static final IndustrialGroup BUILDER = IndustrialGroup.CONSTRUCTION;
    private static final IndustrialGroup BANK = IndustrialGroup.FINANCIAL_SERVICES;
    private static final IndustrialGroup POWER = IndustrialGroup.UTILITIES;
    private static final List<Evidence> FOUND = List.of(new Evidence("A page", "https://a.example/", "text"));

    private static GroupSuggestion group(IndustrialGroup group, String detail, double probability, String... titles) {
        return new GroupSuggestion(
                new Classification(group, detail, "", SupportCategory.NONE),
                probability,
                "reason " + group,
                java.util.Arrays.stream(titles)
                        .map(title -> new Evidence(title, "", ""))
                        .toList());
    }

    private static Prediction own(boolean sure) {
        return new Prediction(
                List.of(
                        group(MAKER, "Steel", 0.5, "like this", "like that", "like these", "like those"),
                        group(BUILDER, "Roofs", 0.2),
                        group(BANK, "", 0.1)),
                sure,
                sure ? "" : "Not sure enough");
    }

    private static EnsemblePrediction.Opinion opinion(String who, IndustrialGroup group, double probability) {
        return new EnsemblePrediction.Opinion(who, "", group(group, "", probability, who + " source"));
    }

    private static Prediction joined(boolean sure, EnsemblePrediction.Opinion... others) {
        return EnsemblePrediction.of(own(sure), List.of(others), FOUND, 0.35, "")
                .prediction();
    }

    private static List<IndustrialGroup> groups(Prediction advice) {
        return advice.groups().stream().map(one -> one.classification().group()).toList();
    }

    @Test
    void theGroupThatMoreVoicesNameComesFirstThoughAnotherVoiceIsSurer() {
        Prediction advice = joined(true, opinion("Wikidata", MAKER, 0.4), opinion("Model", POWER, 0.9));

        assertThat(groups(advice)).containsExactly(MAKER, POWER, BUILDER);
        assertThat(advice.note()).isEqualTo("Manufacturing: Wikidata 0.40, this machine 0.50. Utilities: Model 0.90.");
    }

    @Test
    void amongEqualsTheSurestVoiceComesFirst() {
        assertThat(groups(joined(true, opinion("Wikidata", POWER, 0.45), opinion("Model", BANK, 0.9))))
                .containsExactly(BANK, MAKER, POWER);
    }

    @Test
    void agreementRaisesNoProbability() {
        Prediction advice = joined(true, opinion("Wikidata", MAKER, 0.6), opinion("Model", MAKER, 0.7));

        assertThat(advice.groups().get(0).probability()).isEqualTo(0.7);
    }

    @Test
    void aVoiceBelowTheBoundIsNotHeardAndAnUnsureMachineHasNone() {
        Prediction unsure = joined(false, opinion("Wikidata", POWER, 0.3));
        assertThat(unsure).isEqualTo(own(false));

        Prediction other = joined(false, opinion("Wikidata", POWER, 0.36));
        assertThat(groups(other)).containsExactly(POWER);
        assertThat(other.sure()).isTrue();
    }

    @Test
    void eachVoiceShowsASourceAndTheRestIsFilledWithWhatWasFound() {
        Prediction both = joined(true, opinion("Wikidata", MAKER, 0.6));
        assertThat(both.groups().get(0).evidence())
                .extracting(Evidence::title)
                .containsExactly("Wikidata source", "like this", "A page");

        Prediction alone = joined(true);
        assertThat(alone.groups().get(0).evidence())
                .extracting(Evidence::title)
                .containsExactly("like this", "A page", "like that");
        assertThat(groups(alone)).isEqualTo(groups(own(true)));
        assertThat(alone.note()).isEmpty();
    }

    @Test
    void theDetailComesFromTheSurestVoiceThatHasOne() {
        Prediction advice = joined(true, opinion("Model", MAKER, 0.9));

        assertThat(advice.groups().get(0).classification().detail()).isEqualTo("Steel");
    }
}
