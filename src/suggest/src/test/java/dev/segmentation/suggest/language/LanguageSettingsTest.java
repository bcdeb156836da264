package dev.segmentation.suggest.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageSettingsTest {
    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SEGMENTER_LLM_URL",
                "http://localhost:11434/v1/",
                "SEGMENTER_LLM_MODEL",
                "llama3.2",
                "SEGMENTER_LLM_KEY",
                "sk-1"));
        environment.put("SEGMENTER_LLM_" + name, value);
        return environment;
    }

    @Test
    void noAddressMeansNoModel() {
        assertThat(LanguageSettings.of(Map.of("SEGMENTER_LLM_MODEL", "m"))).isEmpty();
    }

    @Test
    void theRestHasUsualValues() {
        LanguageSettings settings = LanguageSettings.of(with("URL", "https://api.example/v1/chat/completions"))
                .orElseThrow();

        assertThat(settings.url()).hasToString("https://api.example/v1");
        assertThat(settings.timeout()).hasSeconds(60);
        assertThat(settings.maxRequests()).isEqualTo(500);
        assertThat(settings.toString()).contains("llama3.2").doesNotContain("sk-1");
    }

    @ParameterizedTest
    @CsvSource({
        "URL, localhost, SEGMENTER_LLM_URL (localhost) is no plain address",
        "URL, file:///etc/passwd, SEGMENTER_LLM_URL (file:///etc/passwd) is no plain address",
        "URL, https://me:sk-1@api.example/v1, SEGMENTER_LLM_URL (https://…@api.example/v1) is no plain address",
        "URL, https://api.example/v1?key=sk-1, SEGMENTER_LLM_URL (https://api.example/v1?…) is no plain address",
        "MODEL, '', SEGMENTER_LLM_MODEL () is no name of a model",
        "KEY, 'sk-1\u00e9', SEGMENTER_LLM_KEY (not shown) holds characters that no key has",
        "TIMEOUT_SECONDS, 0, SEGMENTER_LLM_TIMEOUT_SECONDS (0) is no whole number from 1 to 86400",
        "MAX_REQUESTS, many, SEGMENTER_LLM_MAX_REQUESTS (many) is no whole number",
        "PER_MINUTE, -1, SEGMENTER_LLM_PER_MINUTE (-1) is no whole number",
        "MAX_COST, 5 EUR, SEGMENTER_LLM_MAX_COST (5 EUR) is no amount",
        "MAX_COST, 5, SEGMENTER_LLM_MAX_COST (5) cannot be kept without prices",
        "PRICE_IN, '1,5', 'SEGMENTER_LLM_PRICE_IN (1,5) is no amount'"
    })
    void wrongSettingsAreNamed(String name, String value, String message) {
        assertThatThrownBy(() -> LanguageSettings.of(with(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("sk-1");
    }
}
