package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.access.Role;
import dev.segmentation.rest.security.AccessFiles;
import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API guide shows does what it says, and the guide shows every call there is. */
class ApiGuideIT {
    private static final Path GUIDE = Path.of("docs/api");

    @TempDir
    private Path temp;

    private String token;
    private String address;
    private Program program;
    private Process service;

    @BeforeEach
    void startTheService() throws IOException, InterruptedException {
        assumeTrue(GuideShell.isThere(), "bash and curl are needed");
        Folders.copy(Golden.FOLDER.resolve("people/input"), temp.resolve("input"));
        Folders.copy(Golden.RULES, temp.resolve("rules"));
        new TestRun(temp.resolve("input"), temp.resolve("output")).execute(RunScope.ALL);
        AccessFiles.addUser(temp.resolve("users"), "kim", "a long phrase", Role.values());
        token = AccessFiles.addToken(temp.resolve("tokens"), "guide", Instant.MAX, Role.values());
        int port = Listening.freePort();
        address = "http://127.0.0.1:" + port;
        program = program(port);
        service = program.start();
        while (!ready()) {
            assertThat(service.waitFor(200, TimeUnit.MILLISECONDS))
                    .as(() -> program.text("err.txt"))
                    .isFalse();
        }
    }

    private Program program(int port) {
        return Program.jar(
                        temp.resolve("service"),
                        "serve",
                        "--port",
                        port,
                        "--input",
                        temp.resolve("input"),
                        "--output",
                        temp.resolve("output"),
                        "--rules",
                        temp.resolve("rules"))
                .with(Map.of(
                        "SEGMENTER_USERS", temp.resolve("users").toString(),
                        "SEGMENTER_TOKENS", temp.resolve("tokens").toString(),
                        "SEGMENTER_STATE", temp.resolve("state").toString()));
    }

    @AfterEach
    void stopTheService() throws InterruptedException {
        if (service != null) {
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void callsOfTheGuideWorkAndAreAll() throws IOException, InterruptedException {
        List<String> operations = operations();
        List<String> shown = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        GuideShell shell = new GuideShell(temp.resolve("shell"), token);
        List<Path> pages = GuidePage.listed(GUIDE);
        assertThat(pages).containsExactlyInAnyOrderElementsOf(pages());
        for (Path page : pages) {
            GuidePage guide = GuidePage.of(page, address);
            List<GuideCall> calls = shell.run(page, guide.script());
            for (GuideCall call : calls) {
                String operation = call.operation(operations);
                Set<Integer> announced = guide.announced().getOrDefault(call.line(), Set.of());
                if (operation.isEmpty() || !call.went(announced)) {
                    wrong.add(page + ": " + call + ", the guide says " + announced);
                } else if (call.status() < 400) {
                    shown.add(operation);
                }
            }
            assertThat(calls)
                    .as("%s", page)
                    .extracting(GuideCall::line)
                    .containsAll(guide.announced().keySet());
        }
        assertThat(wrong).as(() -> program.text("err.txt")).isEmpty();
        assertThat(shown).containsAll(operations);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.filter(file -> !file.endsWith("README.md")).toList();
        }
    }

    private List<String> operations() throws IOException, InterruptedException {
        List<String> operations = new ArrayList<>();
        JsonNode paths = new ObjectMapper().readTree(get("/api/openapi").body()).path("paths");
        paths.properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(GuideCall.operation(method.getKey(), path.getKey()))));
        assertThat(operations).contains("GET /api/masters/{id}");
        return operations;
    }

    private boolean ready() throws IOException, InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
