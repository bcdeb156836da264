package dev.segmentation.packaged;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A call that a page of the API guide made.
 *
 * @param line where it stands on the page
 * @param method of HTTP
 * @param path without the query
 * @param status of the answer; 0 if there was none in time
 */
record GuideCall(int line, String method, String path, int status) {
    /** As the recording {@code curl} wrote it: line, method, path, status. */
    static GuideCall of(String recorded) {
        String[] parts = recorded.strip().split(" ");
        if (parts.length < 3) {
            return new GuideCall(Integer.parseInt(parts[0]), "?", "?", 0);
        }
        int status = parts.length < 4 ? 0 : Integer.parseInt(parts[3]);
        return new GuideCall(Integer.parseInt(parts[0]), parts[1], parts[2].replaceFirst("\\?.*", ""), status);
    }

    /** Whether it went as announced; where nothing is, it must have worked. */
    boolean went(Set<Integer> announced) {
        return announced.isEmpty() ? status >= 200 && status < 400 : announced.contains(status) && status < 500;
    }

    /** The operation it is, among {@code GET /api/masters/{id}} and so on; the one with the fewest variables. */
    String operation(List<String> operations) {
        String called = method + " " + path;
        return operations.stream()
                .filter(operation -> called.matches(operation.replaceAll("\\{[^}]*}", "[^/]+")))
                .min((a, b) -> Long.compare(variables(a), variables(b)))
                .orElse("");
    }

    private static long variables(String operation) {
        return operation.chars().filter(c -> c == '{').count();
    }

    /** An operation as the document names it. */
    static String operation(String method, String template) {
        return method.toUpperCase(Locale.ROOT) + " " + template;
    }
}
