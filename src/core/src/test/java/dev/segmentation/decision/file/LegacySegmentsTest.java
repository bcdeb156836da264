package dev.segmentation.decision.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.RowError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacySegmentsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "industrial, MANUFACTURING, NONE",
        "Office, COMMERCIAL_SERVICES, NONE",
        "RETAIL, COMMERCIAL_SERVICES, RETAIL",
        "hospitality, COMMERCIAL_SERVICES, HOSPITALITY",
        "data  center, COMMERCIAL_SERVICES, NONE",
        "medical, HEALTHCARE, NONE",
        "healthcare, HEALTHCARE, NONE",
        "municipal, MUNICIPAL, NONE",
        "muncipal, MUNICIPAL, NONE",
        "municpal, MUNICIPAL, NONE",
        "religious, NON_PROFIT, NONE",
        "public schools, PUBLIC_SCHOOLS, NONE",
        "private schools, PRIVATE_SCHOOLS, NONE",
        "college, UNIVERSITY, NONE",
        "college / university, UNIVERSITY, NONE",
        "other, UNKNOWN, NONE",
        "Public Schools (K-12), PUBLIC_SCHOOLS, NONE",
        "public schools (k–12), PUBLIC_SCHOOLS, NONE"
    })
    void shippedTableKnowsTheWordsOfTheFormerSystem(String word, IndustrialGroup group, SupportCategory support) {
        LegacySegments legacy = new LegacySegments(Path.of("rules/common/legacy-segments.csv"), error -> {
            throw new AssertionError(error);
        });

        assertThat(legacy.meaning(word)).hasValueSatisfying(meaning -> {
            assertThat(meaning.group()).isEqualTo(group);
            assertThat(meaning.support()).isEqualTo(support);
        });
        assertThat(legacy.meaning("gardening")).isEmpty();
        assertThat(legacy.meaning("")).isEmpty();
    }

    @Test
    void rowWithAnUnknownGroupIsReported() throws IOException {
        Path file = Files.writeString(
                folder.resolve("legacy.csv"),
                "Word,Industrial Group,Support Category\na,Gardening,\nb,Utilities,Garden\nc,Utilities,\n");
        List<RowError> errors = new ArrayList<>();

        LegacySegments legacy = new LegacySegments(file, errors::add);

        assertThat(errors).extracting(RowError::line).containsExactly(2L, 3L);
        assertThat(errors).extracting(RowError::column).containsExactly("Industrial Group", "Support Category");
        assertThat(legacy.meaning("c")).isPresent();
    }

    @Test
    void absentTableStillKnowsTheGroups() {
        LegacySegments legacy = new LegacySegments(folder.resolve("none.csv"), error -> {});

        assertThat(legacy.meaning("utilities")).isPresent();
        assertThat(legacy.meaning("office")).isEmpty();
    }
}
