package dev.segmentation.dedupe.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DedupeModelTest {
    @TempDir
    private Path folder;

    @Test
    void shippedValuesCountWhereNothingIsSaid() {
        DedupeModel model = DedupeModel.read(folder);
        assertThat(model.settings()).isEqualTo(DedupeSettings.DEFAULT);
        assertThat(model.weights(DedupeSettings.Policy.STRICT)).isEqualTo(Feature.handMadeWeights());
    }

    @ParameterizedTest
    @CsvSource({
        "policy, lenient, no policy of this name",
        "cohesion, a third, not a number",
        "merge threshold, NaN, not a number",
        "merge treshold, 0.7, no setting of this name",
        "merge threshold, 1.5, must lie between 0 and 1"
    })
    void badSettingIsRefusedWithItsFileAndValue(String setting, String value, String problem) throws IOException {
        Files.writeString(folder.resolve("settings.csv"), "Setting,Value\n" + setting + "," + value + "\n");
        assertThatThrownBy(() -> DedupeModel.read(folder))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("settings.csv")
                .hasMessageContaining(problem);
    }

    @Test
    void badWeightIsRefused() throws IOException {
        Files.writeString(folder.resolve("model.csv"), "Feature,Strict,Family\nrarest,much,1\n");
        assertThatThrownBy(() -> DedupeModel.read(folder))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("model.csv")
                .hasMessageContaining("much");
    }
}
