package dev.segmentation.suggest.language;

import dev.langchain4j.model.output.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Counts what the questions of a run cost, and keeps them apart. A question that may break a bound is not asked. */
final class Budget {
    /** English text has some four characters to a token; other scripts fewer. */
    private static final int CHARACTERS_PER_TOKEN = 3;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final LanguageSettings settings;
    private final EndpointClient.Pause pause;
    private int requests;
    private BigDecimal spent = BigDecimal.ZERO;
    private long next = System.nanoTime();

    Budget(LanguageSettings settings, EndpointClient.Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /** What forbids a question of that length, in words; nothing if it may be asked. */
    Optional<String> forbids(int characters, int answerTokens) {
        if (requests >= settings.maxRequests()) {
            return Optional.of(enough());
        }
        BigDecimal then = spent.add(cost(characters / CHARACTERS_PER_TOKEN + 1, answerTokens));
        if (settings.maxCost().signum() > 0 && then.compareTo(settings.maxCost()) > 0) {
            return Optional.of("the bound of " + settings.maxCost().toPlainString() + " for costs is reached");
        }
        return Optional.empty();
    }

    private String enough() {
        return "the bound of " + settings.maxRequests() + " requests is reached";
    }

    private BigDecimal cost(long in, long out) {
        return settings.priceIn()
                .multiply(BigDecimal.valueOf(in))
                .add(settings.priceOut().multiply(BigDecimal.valueOf(out)))
                .divide(MILLION);
    }

    /** Waits for the turn of a request and counts it, whether it is a question or is only asked again. */
    void take() throws InterruptedException {
        if (requests >= settings.maxRequests()) {
            throw new Failure(enough(), 0);
        }
        long now = System.nanoTime();
        long wait = Math.max(0, next - now);
        next = now + wait + Duration.ofMinutes(1).toNanos() / settings.perMinute();
        requests++;
        if (wait > 0) {
            pause.sleep(Duration.ofNanos(wait));
        }
    }

    /** Adds what an answer says that it cost; an answer that does not say, or that never came, may have cost the estimate. */
    void spend(TokenUsage usage, int characters, int answerTokens) {
        boolean said = usage != null && usage.inputTokenCount() != null && usage.outputTokenCount() != null;
        spent = spent.add(
                said
                        ? cost(Math.max(0, usage.inputTokenCount()), Math.max(0, usage.outputTokenCount()))
                        : cost(characters / CHARACTERS_PER_TOKEN + 1, answerTokens));
    }

    int requests() {
        return requests;
    }

    BigDecimal spent() {
        return spent;
    }
}
