package dev.segmentation.suggest.language;

import dev.segmentation.suggest.text.PlainText;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a language model is to be had, and what it may cost.
 *
 * @param url address of an endpoint that speaks the protocol of OpenAI, with its version, such as {@code …/v1}
 * @param key the key, blank for none; never shown
 * @param timeout how long a question may take with all its retries
 * @param maxCost what they may cost at most, zero for no bound; in the currency of the prices
 */
public record LanguageSettings(
        URI url,
        String model,
        String key,
        Duration timeout,
        int maxRequests,
        BigDecimal maxCost,
        BigDecimal priceIn,
        BigDecimal priceOut,
        int perMinute) {
    /** The variables that hold the settings begin with this. */
    public static final String PREFIX = "SEGMENTER_LLM_";

    private static final int SHOWN = 120;
    private static final int DAY = 86_400;
    private static final int MANY = 1_000_000;

    /** These settings without leave to send requests: only answers that were kept count. */
    public LanguageSettings withoutRequests() {
        return new LanguageSettings(url, model, key, timeout, 0, maxCost, priceIn, priceOut, perMinute);
    }

    /** Leaves out the key, so that it is never shown by accident. */
    @Override
    public String toString() {
        return "LanguageSettings[" + url + ", " + model + "]";
    }

    /**
     * The settings that the environment holds; none if it names no endpoint.
     *
     * @throws IllegalArgumentException if one is wrong; names the variable, its value, and what to write
     */
    public static Optional<LanguageSettings> of(Map<String, String> environment) {
        if (text(environment, "URL").isEmpty()) {
            return Optional.empty();
        }
        LanguageSettings settings = new LanguageSettings(
                url(environment),
                matching(
                        environment,
                        "MODEL",
                        "[\\x21-\\x7E]{1,200}",
                        "is no name of a model",
                        "as the endpoint lists it"),
                key(environment),
                Duration.ofSeconds(number(environment, "TIMEOUT_SECONDS", 60, DAY)),
                number(environment, "MAX_REQUESTS", 500, MANY),
                amount(environment, "MAX_COST"),
                amount(environment, "PRICE_IN"),
                amount(environment, "PRICE_OUT"),
                number(environment, "PER_MINUTE", 60, MANY));
        settings.checkPrices();
        return Optional.of(settings);
    }

    private void checkPrices() {
        if (maxCost.signum() > 0 && priceIn.add(priceOut).signum() == 0) {
            throw new IllegalArgumentException(PREFIX + "MAX_COST (" + maxCost + ") cannot be kept without prices. Set "
                    + PREFIX + "PRICE_IN and " + PREFIX + "PRICE_OUT to the prices of a million tokens.");
        }
    }

    private static String text(Map<String, String> environment, String name) {
        return environment.getOrDefault(PREFIX + name, "").strip();
    }

    private static URI url(Map<String, String> environment) {
        String text = text(environment, "URL").replaceFirst("/+$", "").replaceFirst("/chat/completions$", "");
        try {
            URI url = URI.create(text);
            boolean web = text.toLowerCase(Locale.ROOT).matches("https?://.*") && url.getHost() != null;
            if (web && url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        String shown = text.replaceFirst("//[^/]*@", "//…@").replaceFirst("[?#].*$", "?…");
        throw wrong("URL", shown, "is no plain address", "such as http://localhost:11434/v1");
    }

    private static String key(Map<String, String> environment) {
        String text = text(environment, "KEY");
        if (!text.matches("[\\x21-\\x7E]*")) {
            throw wrong("KEY", "not shown", "holds characters that no key has", "on one line");
        }
        return text;
    }

    private static int number(Map<String, String> environment, String name, int usual, int most) {
        String text = text(environment, name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw wrong(name, text, "is no whole number from 1 to " + most, "such as " + usual);
        }
        return Integer.parseInt(text);
    }

    private static BigDecimal amount(Map<String, String> environment, String name) {
        return text(environment, name).isEmpty()
                ? BigDecimal.ZERO
                : new BigDecimal(matching(environment, name, "\\d{1,9}(\\.\\d{1,9})?", "is no amount", "such as 2.50"));
    }

    private static String matching(
            Map<String, String> environment, String name, String form, String what, String advice) {
        String text = text(environment, name);
        if (!text.matches(form)) {
            throw wrong(name, text, what, advice);
        }
        return text;
    }

    private static IllegalArgumentException wrong(String name, String value, String what, String advice) {
        return new IllegalArgumentException(
                PREFIX + name + " (" + PlainText.line(value, SHOWN) + ") " + what + ". Write it " + advice + ".");
    }
}
