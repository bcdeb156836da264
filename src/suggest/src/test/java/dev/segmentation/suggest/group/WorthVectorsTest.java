package dev.segmentation.suggest.group;

import static dev.segmentation.suggest.group.EmbeddingGroupModelTest.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.IndustrialGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which examples get a vector. */
class WorthVectorsTest {
    private static Example as(Example.Kind kind, String name) {
        Example term = term(name, IndustrialGroup.HEALTHCARE);
        return new Example(name, term.words(), term.classification(), kind, "somewhere");
    }

    private static List<String> chosen(int most, Example... examples) {
        List<Example> reversed = new ArrayList<>(List.of(examples));
        Collections.reverse(reversed);
        List<Example> chosen = EmbeddingGroupModel.worthVectors(List.of(examples), most);
        assertThat(EmbeddingGroupModel.worthVectors(reversed, most)).isEqualTo(chosen);
        return chosen.stream().map(Example::name).toList();
    }

    @Test
    void allDecisionsAndNoMoreTermsThanTheLimit() {
        assertThat(chosen(
                        1,
                        as(Example.Kind.DECISION, "dental one"),
                        as(Example.Kind.DECISION, "dental two"),
                        as(Example.Kind.TERM, "clinic"),
                        as(Example.Kind.TERM, "surgery")))
                .containsExactly("clinic", "dental one", "dental two");
    }

    @Test
    void termsWithNewWordsComeBeforeThoseThatRepeat() {
        assertThat(chosen(
                        3,
                        as(Example.Kind.TERM, "dental care"),
                        as(Example.Kind.TERM, "dental"),
                        as(Example.Kind.TERM, "care"),
                        as(Example.Kind.TERM, "surgery")))
                .containsExactly("care", "dental", "surgery");
    }

    @Test
    void knownAndRuledNamesAndThoseWithoutWordsAreLeftOut() {
        assertThat(chosen(
                        9,
                        as(Example.Kind.KNOWN, "mayo"),
                        as(Example.Kind.RULED, "kaiser"),
                        as(Example.Kind.DECISION, ""),
                        as(Example.Kind.HINT, "wellness")))
                .containsExactly("wellness");
    }
}
