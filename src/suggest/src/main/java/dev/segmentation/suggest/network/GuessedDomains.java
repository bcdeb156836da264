package dev.segmentation.suggest.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hosts that a company of that name may have registered: {@code acmeplumbing.com}, {@code acme-plumbing.com},
 * {@code acmeplumbinginc.com}, initials.
 */
final class GuessedDomains {
    static final int MOST = 8;

    private static final int LABEL = 40;
    private static final int SHORTEST = 4;
    private static final int INITIALS = 3;
    private static final Set<String> LEARNING = Set.of("UNIVERSITY", "COLLEGE");
    private static final Set<String> PUBLIC =
            Set.of("CITY", "COUNTY", "TOWN", "VILLAGE", "TOWNSHIP", "BOROUGH", "PARISH", "DISTRICT", "AUTHORITY");
    private static final Set<String> COMMON_GOOD =
            Set.of(("CHURCH FOUNDATION ASSOCIATION SOCIETY SCHOOL ACADEMY MUSEUM MINISTRY TEMPLE DIOCESE YMCA HOSPITAL"
                            + " LIBRARY COUNCIL INSTITUTE UNION")
                    .split(" "));

    private GuessedDomains() {}

    /** The hosts for the ways to read a name, the likeliest first. */
    static Set<String> of(List<List<String>> readings, String name) {
        Set<String> hosts = new LinkedHashSet<>();
        for (List<String> words : readings) {
            for (String label : labels(words, name)) {
                endings(words).forEach(ending -> hosts.add(label + ending));
            }
        }
        return hosts;
    }

    private static Set<String> labels(List<String> folded, String name) {
        List<String> words = written(folded, name);
        Set<String> labels = new LinkedHashSet<>();
        String joined = String.join("", words);
        labels.add(joined);
        if (words.size() > 1) {
            labels.add(String.join("-", words));
        }
        String last = name.toLowerCase(Locale.ROOT).replaceFirst("^.*[ ,.](inc|llc|co|corp|ltd|pc|llp)\\.?$", "$1");
        labels.add(joined + (last.matches("[a-z]{2,4}") ? last : "inc"));
        if (words.size() >= INITIALS) {
            StringBuilder initials = new StringBuilder();
            words.forEach(word -> initials.append(word.charAt(0)));
            labels.add(initials.toString());
        }
        labels.removeIf(label -> !label.matches("[a-z0-9][a-z0-9-]{1," + LABEL + "}[a-z0-9]")
                || label.length() < (words.size() >= INITIALS ? INITIALS : SHORTEST));
        return labels;
    }

    /** The words as the name writes them, for folding makes PLUMBERS PLUMBER. */
    private static List<String> written(List<String> folded, String name) {
        List<String> own =
                List.of(name.toUpperCase(Locale.ROOT).replace("'", "").split("[^\\p{L}\\p{N}]+"));
        List<String> words = new ArrayList<>();
        for (String word : folded) {
            words.add((own.contains(word + "S") ? word + "S" : word).toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static List<String> endings(List<String> words) {
        if (words.stream().anyMatch(LEARNING::contains)) {
            return List.of(".edu", ".org", ".com");
        }
        if (words.stream().anyMatch(PUBLIC::contains)) {
            return List.of(".gov", ".org", ".us", ".com");
        }
        return words.stream().anyMatch(COMMON_GOOD::contains) ? List.of(".org", ".com") : List.of(".com", ".net");
    }
}
