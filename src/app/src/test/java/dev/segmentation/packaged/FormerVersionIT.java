package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the program left behind before its classes were ordered anew: {@code before-house/backup.zip} was written by the commit
 * that stands in {@code src/fuzz/before-house}. It holds three kept runs, a decision made through HTTP, an imported batch,
 * and a published change of the rules.
 */
class FormerVersionIT {
    private static final Path ARCHIVE = Path.of("src/testkit/src/main/resources/before-house/backup.zip");
    private static final String TERMS = "rules/groups/utilities/terms.csv";
    private static final String FIRST_RUN = "20261201T131933Z";
    private static final int PATIENCE_SECONDS = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path temp;

    private Path folder;
    private int port;

    @BeforeEach
    void restored() {
        folder = temp.resolve("restored");
        assertThat(Program.jar(temp.resolve("logs"), "restore", ARCHIVE, "--into", folder)
                        .run()
                        .code())
                .isZero();
    }

    private Program.Ended on(Object... words) {
        Object[] folders = {
            "--input", folder.resolve("input"), "--output", folder.resolve("output"), "--rules", folder.resolve("rules")
        };
        Object[] all = new Object[words.length + folders.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(folders, 0, all, words.length, folders.length);
        return Program.jar(temp.resolve("logs"), all).run();
    }

    @Test
    void journalRegistryAndKeptRunsAreRead() {
        assertThat(on("history", "--verify").out()).contains("is whole: 2 transactions in 6 lines");
        assertThat(on("history").out()).contains("D000001", "local user (127.0.0.1)", "D000002", "Batch-2026-11");

        Map<String, String> before = Folders.files(folder.resolve("output"));
        assertThat(on("run", "--quiet").code()).isZero();
        for (String table : List.of("CustomerMasterMap.csv", "CustomerSegmentation.csv", "MasterHistory.csv")) {
            assertThat(Folders.files(folder.resolve("output")).get(table))
                    .as(table)
                    .isEqualTo(before.get(table));
        }

        Program.Ended diff = Program.jar(
                        temp.resolve("logs"), "diff", FIRST_RUN, "last", "--output", folder.resolve("output"))
                .run();
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).contains("Acme Manufacturing", "Polaris Freight");
    }

    @Test
    void changesOfThatTimeCanBeTakenBack() {
        Path decisions = folder.resolve("input/MasterSegmentationOverrides.csv");
        assertThat(Folders.read(decisions)).contains("POLARIS FREIGHT", "ACME MANUFACTURING");

        assertThat(on("undo", "D000002").code()).isZero();
        assertThat(on("undo", "D000001").code()).isZero();

        assertThat(Folders.read(decisions)).doesNotContain("POLARIS FREIGHT", "ACME MANUFACTURING");
        assertThat(on("history", "--verify").code()).isZero();
    }

    @Test
    void aPublicationOfThatTimeIsRolledBack() throws IOException, InterruptedException {
        assertThat(Folders.read(folder.resolve(TERMS))).contains("BLUE HERRON");
        Process service = serve();
        try {
            assertThat(call("GET", "/api/rules/versions", "").body()).contains("V000001", "V000002", "\"kept\":true");
            HttpResponse<String> draft = call("POST", "/api/rules/versions/V000001/rollback", "");
            assertThat(draft.statusCode()).isEqualTo(201);
            String change = draft.headers().firstValue("Location").orElseThrow();
            String preview = URI.create(change).getPath() + "/preview";
            assertThat(call("POST", preview, "").statusCode()).isEqualTo(202);
            assertThat(call("POST", URI.create(change).getPath() + "/publish", previewed(service, preview))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            service.destroy();
            assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Folders.read(folder.resolve(TERMS))).doesNotContain("BLUE HERRON");
    }

    private Process serve() throws IOException, InterruptedException {
        port = Listening.freePort();
        Process service = Program.jar(
                        temp.resolve("service"),
                        "serve",
                        "--port",
                        port,
                        "--input",
                        folder.resolve("input"),
                        "--output",
                        folder.resolve("output"),
                        "--rules",
                        folder.resolve("rules"))
                .with(Map.of("SEGMENTER_STATE", folder.resolve("state").toString()))
                .start();
        while (!service.waitFor(200, TimeUnit.MILLISECONDS)) {
            try {
                assertThat(call("GET", "/q/health/ready", "").statusCode()).isEqualTo(200);
                return service;
            } catch (ConnectException e) {
                // not yet
            }
        }
        throw new AssertionError("the service ended with " + service.exitValue());
    }

    /** The tag of the preview, once its job is done. */
    private String previewed(Process service, String path) throws IOException, InterruptedException {
        Matcher job = Pattern.compile("\"id\":\"(J\\d+)\"")
                .matcher(call("GET", "/api/runs", "").body());
        assertThat(job.find()).isTrue();
        String state = "";
        while (!state.contains("\"state\":\"done\"")) {
            assertThat(service.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
            state = call("GET", "/api/runs/" + job.group(1), "").body();
            assertThat(state).containsAnyOf("queued", "running", "done");
        }
        HttpResponse<String> preview = call("GET", path, "");
        assertThat(preview.body()).contains("\"passed\":true");
        return preview.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> call(String method, String path, String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!tag.isEmpty()) {
            request.header("If-Match", tag).header("Content-Type", "application/json");
        }
        return client.send(
                request.method(method, tag.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
