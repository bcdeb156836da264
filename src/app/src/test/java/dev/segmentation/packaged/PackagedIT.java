package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the launcher as users start them. */
class PackagedIT {
    private static final String LOOPBACK = "0100007F:%04X";

    @TempDir
    private Path temp;

    private Path input;

    @BeforeEach
    void copyInput() {
        input = temp.resolve("input");
        Folders.copy(Path.of("input"), input);
    }

    @Test
    void launcherRunsTheShippedInput() {
        Path output = temp.resolve("new/output");
        Program.Ended first = Program.launcher(temp, "run", "--input", input, "--output", output)
                .run();
        assertThat(first.err().lines()).allMatch(line -> line.matches("Note: \\d+ blocks of more than .*"));
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("Industrial group", "Rejected rows: none", "there was none in this folder");
        int customers =
                Folders.lines(Path.of("input/CustomerLastBillingDate.csv")).size();
        assertThat(Folders.lines(output.resolve("CustomerSegmentation.csv"))).hasSize(customers);
        assertThat(Folders.lines(output.resolve("CustomerMasterMap.csv"))).hasSize(customers);

        Program.Ended second = Program.launcher(temp, "run", "--input", input, "--output", output, "--json")
                .run();
        assertThat(second.code()).isZero();
        assertThat(second.out()).startsWith("{").endsWith("}").contains("\"regrouped\" : 0");
        Program.Ended why =
                Program.launcher(temp, "explain", "--output", output, "100000").run();
        assertThat(why.out()).contains("Members", "100000");
    }

    @Test
    void launcherPassesExitCodesAndWorksFromItsOwnFolder() {
        assertThat(Program.launcher(temp, "--version").run().out()).startsWith("segmenter ");
        assertThat(Program.launcher(temp, "run", "--nonsense").run().code()).isEqualTo(2);
        assertThat(Program.launcher(temp, "run", "--input", temp.resolve("none"), "--output", temp.resolve("o"))
                        .run()
                        .code())
                .isEqualTo(3);
        Program.Ended refused = Program.launcher(temp, "serve", "--host", "0.0.0.0", "--port", "0")
                .run();
        assertThat(refused.err()).contains("0.0.0.0 is not a loopback address, and nobody can sign on");
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fileRunOpensNoPort() throws IOException, InterruptedException {
        Program program = Program.jar(temp, "run", "--input", input, "--output", temp.resolve("output"));
        Process process = program.start();
        List<String> open = new ArrayList<>();
        int looks = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            open.addAll(Listening.of(process.pid()));
            looks++;
        }
        assertThat(process.exitValue()).isZero();
        assertThat(looks).isGreaterThan(10);
        assertThat(open).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void serviceListensOnThisMachineAloneAndAnswers() throws IOException, InterruptedException {
        Path output = temp.resolve("output");
        TestRun run = new TestRun(Golden.FOLDER.resolve("people/input"), output);
        run.execute(RunScope.ALL);
        int port = Listening.freePort();
        Program program = Program.jar(
                temp, "serve", "--port", port, "--input", run.input(), "--output", output, "--rules", Golden.RULES);
        Process process = program.start();
        try {
            assertThat(readiness(process, port)).isEqualTo(200);
            assertThat(Listening.of(process.pid()))
                    .isNotEmpty()
                    .allMatch(address -> address.endsWith(String.format(LOOPBACK, port)));
            HttpResponse<String> job = send(HttpRequest.newBuilder(uri(port, "/api/reclassifications"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build());
            assertThat(job.statusCode()).isEqualTo(202);
            HttpResponse<String> events = send(HttpRequest.newBuilder(uri(port, "/api/runs/J000001/events"))
                    .build());
            assertThat(events.body()).contains("\"state\":\"done\"");
            HttpResponse<String> changed = send(HttpRequest.newBuilder(uri(port, "/api/reclassifications/J000001"))
                    .build());
            assertThat(changed.body()).contains("\"masters\":16", "\"changed\":0");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int readiness(Process process, int port) throws IOException, InterruptedException {
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            try {
                return send(HttpRequest.newBuilder(uri(port, "/q/health/ready")).build())
                        .statusCode();
            } catch (java.net.ConnectException e) {
                // not yet
            }
        }
        throw new AssertionError("the service ended with " + process.exitValue());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
