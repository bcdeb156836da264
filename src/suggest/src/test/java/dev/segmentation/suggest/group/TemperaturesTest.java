package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemperaturesTest {
    private static final Classification BANK =
            new Classification(IndustrialGroup.FINANCIAL_SERVICES, "", "", SupportCategory.NONE);

    private final List<List<String>> asked = new ArrayList<>();
    private final List<Example> learned = new ArrayList<>();

    private static List<Example> examples(Example.Kind kind) {
        return IntStream.range(0, 400)
                .mapToObj(i -> new Example(
                        kind + " " + i, List.of(kind + "" + i, "BANK"), BANK, kind, "decision of kim", true))
                .toList();
    }

    /** Voices that are right, and not very sure of it. */
    private Temperatures learn(List<Example> examples) {
        return Temperatures.learn(examples, (rest, names) -> {
            learned.addAll(rest);
            asked.addAll(names);
            return names.stream()
                    .map(name -> {
                        double[] opinion = new double[GroupModel.GROUPS];
                        Arrays.fill(opinion, -1);
                        opinion[BANK.group().ordinal()] = 0;
                        return opinion;
                    })
                    .toList();
        });
    }

    @Test
    void decisionsThatAreHeldOutTellHowSureTheVoicesMayBe() {
        Temperatures usual = learn(List.of());
        Temperatures fitted = learn(examples(Example.Kind.DECISION));

        assertThat(asked).hasSizeBetween(30, 200);
        assertThat(fitted.open()).isLessThan(usual.open());
    }

    @Test
    void whatWasAcceptedIsLearnedFromAndJudgesNoVoice() {
        List<Example> accepted = examples(Example.Kind.ACCEPTED);
        Temperatures usual = learn(List.of());

        assertThat(learn(accepted).open()).isEqualTo(usual.open());
        assertThat(asked).isEmpty();

        Temperatures decided = learn(examples(Example.Kind.DECISION));
        asked.clear();
        Temperatures both = learn(Stream.concat(examples(Example.Kind.DECISION).stream(), accepted.stream())
                .toList());

        assertThat(both.open()).isEqualTo(decided.open());
        assertThat(asked).isNotEmpty().allMatch(name -> name.get(0).startsWith("DECISION"));
        assertThat(learned).containsAll(accepted);
    }
}
