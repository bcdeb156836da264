package dev.segmentation.suggest.language;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries questions to the endpoint for LangChain4j, whose own clients read answers of any length and know no time for a
 * question as a whole. Overloaded servers are asked again as long as the time lasts. Redirects are not followed and proxies not
 * used, so the key goes to the endpoint and nowhere else. LangChain4j takes a client from a builder only, so it is its own.
 */
final class EndpointClient implements dev.langchain4j.http.client.HttpClient, HttpClientBuilder {
    private static final int LONGEST = 256 * 1024;
    private static final int RETRIES = 2;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final HttpClient client;
    private final Duration timeout;
    private final Budget budget;
    private final Pause pause;

    /** Waits; tests do not. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    EndpointClient(Duration timeout, Budget budget, Pause pause) {
        this.budget = budget;
        this.timeout = timeout;
        this.pause = pause;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        take(Duration.ZERO);
        long end = System.nanoTime() + timeout.toNanos();
        for (int attempt = 0; ; attempt++) {
            HttpResponse<byte[]> response = send(request, end);
            int status = response.statusCode();
            if (status >= 200 && status < 300) {
                return SuccessfulHttpResponse.builder()
                        .statusCode(status)
                        .headers(response.headers().map())
                        .body(response.body())
                        .build();
            }
            Duration wait = wait(response, attempt);
            boolean late = System.nanoTime() + wait.toNanos() >= end;
            if (status != 429 && status < 500 || attempt >= RETRIES || late) {
                throw new Failure("it answers with status " + status, status);
            }
            take(wait);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request, long end) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(translated(request), info -> new ShortBody(LONGEST));
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Failure("no answer within " + timeout.toMillis() / 1000.0 + " s", 0);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new Failure("it cannot be reached", 0);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            answer.cancel(true);
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        var translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    private static Duration wait(HttpResponse<?> response, int attempt) {
        String asked = response.headers().firstValue("Retry-After").orElse("");
        return asked.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(asked))
                : FIRST_WAIT.multipliedBy(1L << attempt);
    }

    /** Waits that long, and then for the turn of a request. */
    private void take(Duration wait) {
        try {
            if (!wait.isZero()) {
                pause.sleep(wait);
            }
            budget.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return new Failure("interrupted", 0);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    @Override
    public Duration connectTimeout() {
        return timeout;
    }

    @Override
    public EndpointClient connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeout;
    }

    @Override
    public EndpointClient readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public EndpointClient build() {
        return this;
    }
}
