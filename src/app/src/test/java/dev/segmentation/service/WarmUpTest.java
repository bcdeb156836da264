package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
    @TempDir
    private Path folder;

    private ServedRun served;

    @BeforeEach
    void begin() {
        served = new ServedRun(folder);
    }

    @AfterEach
    void end() {
        served.close();
    }

    @Test
    void theLastRunIsReadBeforeSomebodyAsks() throws IOException, InterruptedException {
        served.run();
        served.restart();

        served.service().warmUp();

        Files.writeString(served.settings().output().resolve("MasterCustomerSegmentation.csv"), "");
        assertThat(served.service().current().orElseThrow().masters()).hasSize(16);
    }

    @Test
    void whatCannotBeReadIsToldToWhoeverAsks() throws IOException, InterruptedException {
        served.service().warmUp();
        assertThat(served.service().current()).isEmpty();
        served.run();
        served.restart();
        Files.writeString(served.settings().output().resolve("MasterCustomerSegmentation.csv"), "");

        served.service().warmUp();

        assertThatThrownBy(served.service()::current).isInstanceOf(TableException.class);
    }
}
