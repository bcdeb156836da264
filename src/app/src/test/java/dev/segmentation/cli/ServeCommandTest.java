package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.segmentation.cli.console.Task;
import dev.segmentation.config.SegmentationConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
    @ParameterizedTest
    @CsvSource({
        "segmenter.keep-jobs, abc",
        "segmenter.max-waiting-jobs, 1.5",
        "segmenter.session-idle, nonsense",
        "segmenter.encoding, klingon"
    })
    void aSettingThatCannotBeReadIsNamedWithItsValue(String name, String value) {
        Throwable fault = catchThrowable(() -> new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SegmentationConfig.class)
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 100))
                .build());
        StringWriter told = new StringWriter();

        int code = ServeCommand.report(new RuntimeException("Failed to start quarkus", fault), new PrintWriter(told));

        assertThat(told.toString())
                .startsWith(
                        name + " (" + name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_") + ") cannot be \""
                                + value + "\"")
                .doesNotContain("SRCFG", "Exception");
        assertThat(code).isEqualTo(Task.USAGE);
    }

    @Test
    void anotherFaultIsOneOfTheProgram() {
        StringWriter told = new StringWriter();

        int code = ServeCommand.report(new IllegalStateException("broken"), new PrintWriter(told));

        assertThat(told.toString()).startsWith("The service did not start: broken");
        assertThat(code).isEqualTo(Task.FAULT);
    }
}
