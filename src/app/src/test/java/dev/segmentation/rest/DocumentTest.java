package dev.segmentation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.rest.http.Patterns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OpenAPI document promises is what the calls do. */
@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class DocumentTest {
    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper().readTree(given().get("/api/openapi").asByteArray());
    }

    @Test
    void whoeverNeedsAnETagIsToldSo() {
        List<String> conditional = new ArrayList<>();
        document.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("parameters").forEach(parameter -> {
                            if (parameter.path("name").asText().equals("If-Match")) {
                                String id = operation.path("operationId").asText();
                                conditional.add(id);
                                assertThat(parameter.path("required").asBoolean())
                                        .as(id)
                                        .isEqualTo(!id.equals("putDecision"));
                                assertThat(operation.path("responses").has("412"))
                                        .as(id)
                                        .isTrue();
                                assertThat(operation.path("responses").has("428"))
                                        .as(id)
                                        .isTrue();
                            }
                        })));
        assertThat(conditional)
                .contains("putDecision", "changeDecision", "withdrawJudgement", "importBatch", "acceptSuggestion")
                .contains("addTerm", "publishRuleChange")
                .hasSize(13);
    }

    @Test
    void waysToSignOnStandInTheSameOrderInEveryBuild() {
        List<String> ways = new ArrayList<>();
        document.path("security").forEach(way -> way.fieldNames().forEachRemaining(ways::add));
        assertThat(ways).containsExactly("password", "token", "session");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/classify|{\"names\": [false]}",
                "/api/classify|{\"names\": [\"ACME\", 5]}",
                "/api/rules/changes|{\"title\": 1.5}",
                "/api/suggestions|{\"limit\": \"5\"}",
                "/api/suggestions|null",
                "/api/runs|null",
                "/api/runs|{\"scope\": true}",
                "/api/reclassifications|null"
            })
    void valuesOfOtherKindsAreRefused(String call, String body) {
        given().contentType("application/json")
                .body(body)
                .post(call)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void bodiesHaveNoOtherFields() {
        JsonNode schemas = document.path("components").path("schemas");
        for (String body : List.of("ClassifyRequest", "DecisionOfMaster", "TermRow")) {
            assertThat(schemas.path(body).path("additionalProperties").asBoolean(true))
                    .as(body)
                    .isFalse();
        }
    }

    @Test
    void wordsThatNeedNotBeSaidMayBeNull() {
        JsonNode schemas = document.path("components").path("schemas");
        for (JsonNode words : List.of(
                schemas.path("GroupOrNone"),
                schemas.path("SupportCategory"),
                schemas.path("SuggestionRequest").path("properties").path("kind"))) {
            assertThat(words.path("anyOf").path(0).path("enum")).isNotEmpty();
            assertThat(words.path("anyOf").path(1).path("type").asText()).isEqualTo("null");
        }
        assertThat(schemas.path("IndustrialGroup").path("enum")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two owners", "  with blanks ", "caf\u00e9 \uD83C\uDF32", "a-b"})
    void linesOfTextHaveTheFormOfTheDocument(String line) {
        assertThat(line).matches(Pattern.compile(Patterns.LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", " -1", "\u3000@x", "two\nlines", "bell\u0007", "\u2028"})
    void whatIsNoLineOfTextHasNot(String text) {
        assertThat(text).doesNotMatch(Pattern.compile(Patterns.LINE));
    }
}
