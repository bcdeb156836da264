package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the voice of meanings says, with the model that comes with the product. */
class EmbeddingGroupModelTest {
    private static final Map<IndustrialGroup, String> TAUGHT = Map.of(
            IndustrialGroup.HEALTHCARE, "general hospital,family dentistry,nursing home,pediatric clinic",
            IndustrialGroup.CONSTRUCTION, "roofing contractor,plumbing and heating,general builders,paving",
            IndustrialGroup.FINANCIAL_SERVICES, "credit union,savings bank,insurance agency,wealth management",
            IndustrialGroup.NON_PROFIT, "baptist church,food pantry,animal rescue,community foundation",
            IndustrialGroup.MANUFACTURING, "machine works,plastics molding,steel foundry,tool and die");

    @TempDir
    private static Path cache;

    private static CountedModel model;
    private static GroupModel voice;

    @BeforeAll
    static void learn() {
        model = new CountedModel(new BundledSentenceModel(cache));
        voice = EmbeddingGroupModel.trainer(model, cache).learn(taught());
    }

    static List<Example> taught() {
        return TAUGHT.entrySet().stream()
                .flatMap(one -> Arrays.stream(one.getValue().split(",")).map(name -> term(name, one.getKey())))
                .toList();
    }

    static Example term(String name, IndustrialGroup group) {
        Classification classification = new Classification(group, "", "", SupportCategory.NONE);
        return new Example(name, words(name), classification, Example.Kind.TERM, "a table");
    }

    static List<String> words(String name) {
        return name.isEmpty() ? List.of() : List.of(name.split(" "));
    }

    private static IndustrialGroup likeliest(String name) {
        double[] opinion = voice.opinions(List.of(words(name))).get(0);
        double most = Arrays.stream(opinion).max().orElseThrow();
        return IndustrialGroup.values()[
                DoubleStream.of(opinion).boxed().collect(Collectors.toList()).indexOf(most)];
    }

    @Test
    void hearsMeaningInWordsThatNoExampleHas() {
        assertThat(likeliest("SMITH ORTHODONTICS")).isEqualTo(IndustrialGroup.HEALTHCARE);
        assertThat(likeliest("HOLY TRINITY CATHEDRAL")).isEqualTo(IndustrialGroup.NON_PROFIT);
        assertThat(likeliest("HOME MORTGAGE LENDERS")).isEqualTo(IndustrialGroup.FINANCIAL_SERVICES);
        assertThat(likeliest("CONCRETE AND MASONRY")).isEqualTo(IndustrialGroup.CONSTRUCTION);
    }

    @Test
    void sameExamplesInAnyOrderGiveTheSameOpinions() {
        List<Example> shuffled = new ArrayList<>(taught());
        Collections.shuffle(shuffled, new Random(7));
        List<List<String>> names = List.of(words("LAKESIDE SURGERY"), words("ACME DRYWALL"), words("J DOE"));

        GroupModel other = EmbeddingGroupModel.trainer(model, cache).learn(shuffled);

        assertThat(shuffled).isNotEqualTo(taught());
        assertThat(other.opinions(names)).usingRecursiveComparison().isEqualTo(voice.opinions(names));
    }

    @Test
    void anotherRunReadsVectorsFromTheCacheAndSaysTheSame() {
        List<List<String>> names = List.of(words("RIVERSIDE VETERINARY"), words("NORTH BAY MARINE"));
        List<double[]> first = voice.opinions(names);
        CountedModel later = new CountedModel(new BundledSentenceModel(cache));

        GroupModel again = EmbeddingGroupModel.trainer(later, cache).learn(taught());

        assertThat(again.opinions(names)).usingRecursiveComparison().isEqualTo(first);
        assertThat(later.asked()).isEmpty();
    }

    @Test
    void nonsenseAndEmptyNamesGiveFiniteProbabilities() {
        List<List<String>> names = List.of(
                List.of(), List.of(""), List.of(" "), words("XQZW"), words("\u2022 \u2022"), List.of("A".repeat(5000)));

        List<double[]> opinions = voice.opinions(names);

        assertThat(opinions).hasSameSizeAs(names).allSatisfy(opinion -> {
            assertThat(opinion).hasSize(GroupModel.GROUPS);
            assertThat(opinion).doesNotContain(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        });
        assertThat(Arrays.stream(opinions.get(0)).distinct()).hasSize(1);
    }

    @Test
    void withoutExamplesItHasNoOpinion() {
        GroupModel empty = EmbeddingGroupModel.trainer(model, cache).learn(List.of());

        assertThat(Arrays.stream(empty.opinions(List.of(words("CITY HOSPITAL"))).get(0))
                        .distinct())
                .hasSize(1);
    }
}
