package dev.segmentation.rest.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may make which call. Every operation of the OpenAPI document must stand in this table, and the service must do what the
 * table says for every role and for somebody who has not signed on. Whoever adds a call adds a line here.
 */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class RoleMatrixTest {
    private static final String EVERYBODY = "everybody";
    private static final String NOBODY_IN_PARTICULAR = "anonymous";

    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("POST /api/classify", "viewer"),
            Map.entry("POST /api/reclassifications", "analyst rules-admin operator"),
            Map.entry("GET /api/reclassifications/{id}", "viewer"),
            Map.entry("POST /api/runs", "operator"),
            Map.entry("GET /api/runs", "viewer"),
            Map.entry("GET /api/runs/{id}", "viewer"),
            Map.entry("GET /api/runs/{id}/events", "viewer"),
            Map.entry("DELETE /api/runs/{id}", "operator"),
            Map.entry("GET /api/rules", "viewer"),
            Map.entry("GET /api/rules/{id}", "viewer"),
            Map.entry("GET /api/rules/terms", "viewer"),
            Map.entry("POST /api/rules/check", "analyst rules-admin operator"),
            Map.entry("POST /api/rules/test", "analyst rules-admin operator"),
            Map.entry("POST /api/rules/changes", "analyst rules-admin"),
            Map.entry("GET /api/rules/changes", "viewer"),
            Map.entry("GET /api/rules/changes/{id}", "viewer"),
            Map.entry("DELETE /api/rules/changes/{id}", "analyst rules-admin"),
            Map.entry("PUT /api/rules/changes/{id}/files/{fileId}", "analyst rules-admin"),
            Map.entry("DELETE /api/rules/changes/{id}/files/{fileId}", "analyst rules-admin"),
            Map.entry("POST /api/rules/changes/{id}/terms", "analyst rules-admin"),
            Map.entry("POST /api/rules/changes/{id}/rebase", "analyst rules-admin"),
            Map.entry("POST /api/rules/changes/{id}/preview", "analyst rules-admin"),
            Map.entry("GET /api/rules/changes/{id}/preview", "viewer"),
            Map.entry("POST /api/rules/changes/{id}/publish", "rules-admin"),
            Map.entry("GET /api/rules/versions", "viewer"),
            Map.entry("POST /api/rules/versions/{id}/rollback", "rules-admin"),
            Map.entry("GET /api/status", "viewer"),
            Map.entry("GET /api/groups", "viewer"),
            Map.entry("GET /api/masters", "viewer"),
            Map.entry("GET /api/masters/{id}", "viewer"),
            Map.entry("GET /api/worklist", "viewer"),
            Map.entry("GET /api/worklist/next-batch", "viewer"),
            Map.entry("GET /api/outputs", "viewer"),
            Map.entry("GET /api/outputs/{name}", "viewer"),
            Map.entry("GET /api/diff", "viewer"),
            Map.entry("GET /api/decisions", "viewer"),
            Map.entry("POST /api/decisions", "analyst"),
            Map.entry("GET /api/decisions/{master}", "viewer"),
            Map.entry("PUT /api/decisions/{master}", "analyst"),
            Map.entry("PATCH /api/decisions/{master}", "analyst"),
            Map.entry("DELETE /api/decisions/{master}", "analyst"),
            Map.entry("GET /api/judgements", "viewer"),
            Map.entry("POST /api/judgements", "analyst"),
            Map.entry("GET /api/judgements/{id}", "viewer"),
            Map.entry("DELETE /api/judgements/{id}", "analyst"),
            Map.entry("GET /api/journal", "viewer"),
            Map.entry("GET /api/journal/verification", "viewer"),
            Map.entry("GET /api/journal/{id}", "viewer"),
            Map.entry("POST /api/journal/{id}/undo", "analyst"),
            Map.entry("GET /api/batches", "viewer"),
            Map.entry("POST /api/batches", "analyst"),
            Map.entry("GET /api/batches/{id}", "viewer"),
            Map.entry("POST /api/batches/{id}/import", "analyst"),
            Map.entry("DELETE /api/batches/{id}", "analyst"),
            Map.entry("GET /api/suggestions", "viewer"),
            Map.entry("POST /api/suggestions", "analyst"),
            Map.entry("GET /api/suggestions/{kind}/{master}", "viewer"),
            Map.entry("POST /api/suggestions/{kind}/{master}/accept", "analyst"),
            Map.entry("POST /api/suggestions/{kind}/{master}/reject", "analyst"),
            Map.entry("POST /api/session", EVERYBODY),
            Map.entry("GET /api/session", "viewer"),
            Map.entry("DELETE /api/session", EVERYBODY));

    @Test
    void everyCallStandsInTheTable() {
        assertThat(operations()).isNotEmpty().containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (String operation : operations()) {
            for (String who : everyone()) {
                int expected = expected(TABLE.getOrDefault(operation, ""), who);
                int status = ask(operation, who);
                if (status != expected) {
                    wrong.add(operation + " as " + who + ": " + status + " instead of " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> everyone() {
        List<String> everyone = new ArrayList<>(List.of(NOBODY_IN_PARTICULAR));
        Arrays.stream(Role.values()).map(Role::label).forEach(everyone::add);
        return everyone;
    }

    private static int expected(String allowed, String who) {
        if (allowed.equals(EVERYBODY)) {
            return 204;
        }
        if (who.equals(NOBODY_IN_PARTICULAR)) {
            return 401;
        }
        Set<String> roles = Set.of(allowed.split(" "));
        return roles.contains(who) || roles.contains(Roles.VIEWER) ? 204 : 403;
    }

    /** Asks whether the call is allowed; it is not made. */
    private static int ask(String operation, String who) {
        String[] parts = operation.split(" ");
        RequestSpecification request = given().header(TestCalls.ONLY_ASK, "yes");
        if (!who.equals(NOBODY_IN_PARTICULAR)) {
            request.auth().preemptive().basic(who, SignOnSetup.password(who));
        }
        if (!parts[0].equals("GET")) {
            request.contentType(contentType(operation));
        }
        Response answer = request.request(parts[0], parts[1].replaceAll("\\{[^}]+}", "x"));
        boolean reached = "allowed".equals(answer.header(TestCalls.ONLY_ASK));
        return answer.statusCode() == 204 && !reached ? -204 : answer.statusCode();
    }

    private static String contentType(String operation) {
        return document().getOrDefault(operation, List.of("application/json")).stream()
                .findFirst()
                .orElse("application/json");
    }

    private static Collection<String> operations() {
        return document().keySet();
    }

    /** The operations of the document, each with the types of body that it takes. */
    private static Map<String, List<String>> document() {
        RequestSpecification request = given().auth().preemptive().basic("viewer", SignOnSetup.password("viewer"));
        Map<String, Map<String, Object>> paths =
                request.accept("application/json").get("/api/openapi").path("paths");
        Map<String, List<String>> operations = new TreeMap<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            if (Set.of("get", "post", "put", "patch", "delete", "head", "options")
                    .contains(method)) {
                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, types(operation));
            }
        }));
        return operations;
    }

    private static List<String> types(Object operation) {
        Object body = ((Map<?, ?>) operation).get("requestBody");
        Object content = body == null ? Map.of() : ((Map<?, ?>) body).get("content");
        return ((Map<?, ?>) content).keySet().stream().map(Object::toString).collect(Collectors.toList());
    }
}
