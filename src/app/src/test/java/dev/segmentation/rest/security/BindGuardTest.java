package dev.segmentation.rest.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.config.SegmentationConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindGuardTest {
    @TempDir
    private Path folder;

    private static BindGuard guard(Map<String, String> settings) {
        SegmentationConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SegmentationConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(SegmentationConfig.class);
        return new BindGuard(config);
    }

    private static void bind(BindGuard guard, String host) {
        guard.customizeHttpServer(new HttpServerOptions().setHost(host));
        guard.customizeHttpsServer(new HttpServerOptions().setHost(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "2001:db8::1"})
    void withoutSignOnOnlyThisMachineIsServed(String host) {
        assertThatThrownBy(() -> bind(guard(Map.of()), host))
                .isInstanceOf(BindGuard.RefusedAddress.class)
                .hasMessageContaining(host + " is not a loopback address, and nobody can sign on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void thisMachineIsServedWithoutSignOn(String host) {
        assertThatCode(() -> bind(guard(Map.of()), host)).doesNotThrowAnyException();
    }

    @Test
    void otherMachinesAreServedUnderKnownNamesAlone() {
        String users = folder.resolve("users").toString();
        assertThatThrownBy(() -> bind(guard(Map.of("segmenter.users", users)), "0.0.0.0"))
                .hasMessageContaining("SEGMENTER_HOSTS");
        assertThatCode(() -> bind(
                        guard(Map.of("segmenter.users", users, "segmenter.hosts", "segmenter.example")), "0.0.0.0"))
                .doesNotThrowAnyException();
    }
}
