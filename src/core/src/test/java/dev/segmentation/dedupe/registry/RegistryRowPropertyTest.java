package dev.segmentation.dedupe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegistryRowPropertyTest {

    @Property(tries = 1000)
    void readsBackAnyKeys(@ForAll("keys") List<String> present, @ForAll("keys") List<String> former) {
        List<String> readPresent = new ArrayList<>();
        List<String> readFormer = new ArrayList<>();
        RegistryRow.splitKeyCell(RegistryRow.keyCell(present, former), readPresent, readFormer);
        assertThat(readPresent).isEqualTo(present);
        assertThat(readFormer).isEqualTo(former);
    }

    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<String> odd =
                Arbitraries.strings().withChars("A|\\~ \nn\rr()").ofMaxLength(8);
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(8))
                .filter(key -> !key.isBlank() && key.equals(key.strip()))
                .list()
                .ofMaxSize(5);
    }
}
