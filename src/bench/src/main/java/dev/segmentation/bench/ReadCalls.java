package dev.segmentation.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code run.sh calls URL [ROUNDS]}: how long a running service takes to answer what people ask of masters. */
public final class ReadCalls {
    private static final List<String> CALLS = List.of(
            "/api/masters",
            "/api/masters?q=a",
            "/api/masters?q=mercy%20hosp",
            "/api/masters?q=school%20st",
            "/api/masters?q=smith&sort=billing&direction=desc",
            "/api/masters?group=Construction&confidence=High&sort=keys&direction=desc&limit=1000",
            "/api/worklist?why=Conflict",
            "/api/worklist/next-batch?count=50",
            "/api/outputs",
            "/api/status",
            "/api/outputs/CustomerSegmentation.csv",
            "/api/outputs/CustomerSegmentation.csv?profile=excel");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    private ReadCalls(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ReadCalls calls = new ReadCalls(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        for (String call : CALLS) {
            calls.time(call, rounds);
        }
        String first =
                calls.get("/api/masters?sort=keys&direction=desc&limit=1").body();
        calls.time("/api/masters/" + first.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"), rounds);
    }

    private HttpResponse<String> get(String call) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + call)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void time(String call, int rounds) throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        int bytes = 0;
        double first = 0;
        int status = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = get(call);
            millis[i] = (System.nanoTime() - start) / 1e6;
            bytes = answer.body().length();
            status = answer.statusCode();
            first = i == 0 ? millis[0] : first;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%d first %8.1f ms, median %7.1f ms, p90 %7.1f ms, %,10d characters  %s%n",
                status,
                first,
                millis[rounds / 2],
                millis[rounds * 9 / 10],
                bytes,
                call);
    }
}
