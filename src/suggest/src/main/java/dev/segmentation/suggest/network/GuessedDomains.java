package dev.segmentation.suggest.network;

import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hosts that a company of that name may have registered, each looked at before it is proposed: {@code acmeplumbing.com},
 * {@code acme-plumbing.com}, {@code acmeplumbinginc.com}, initials. The first that proves right ends the search.
 */
public final class GuessedDomains implements WebsiteSource {
    /** How many hosts are asked for one master. */
    private static final int MOST = 8;

    private static final int LABEL = 40;
    private static final int SHORTEST = 4;
    private static final int INITIALS = 3;
    private static final Set<String> LEARNING = Set.of("UNIVERSITY", "COLLEGE");
    private static final Set<String> PUBLIC =
            Set.of("CITY", "COUNTY", "TOWN", "VILLAGE", "TOWNSHIP", "BOROUGH", "PARISH", "DISTRICT", "AUTHORITY");
    private static final Set<String> COMMON_GOOD = Set.of(
            "CHURCH",
            "FOUNDATION",
            "ASSOCIATION",
            "SOCIETY",
            "SCHOOL",
            "ACADEMY",
            "MUSEUM",
            "MINISTRY",
            "TEMPLE",
            "DIOCESE",
            "YMCA",
            "HOSPITAL",
            "LIBRARY",
            "COUNCIL",
            "INSTITUTE",
            "UNION");

    private final WebsiteCheck check;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /** Guesses that this check verifies. */
    public GuessedDomains(WebsiteCheck check, NameLikeness likeness, BlockedHosts blocked) {
        this.check = check;
        this.likeness = likeness;
        this.blocked = blocked;
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) throws IOException {
        return check.candidates(hosts(master), master, "host made of the name");
    }

    /** The hosts worth a look, the likeliest first. */
    List<String> hosts(OpenMaster master) {
        Set<String> hosts = new LinkedHashSet<>();
        for (List<String> words : likeness.words(master.name())) {
            for (String label : labels(words, master.name())) {
                for (String ending : endings(words)) {
                    hosts.add(label + ending);
                }
            }
        }
        return hosts.stream()
                .filter(host -> blocked.why(host).isEmpty())
                .limit(MOST)
                .toList();
    }

    private static List<String> labels(List<String> folded, String name) {
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
        return List.copyOf(labels);
    }

    /** The words as the name writes them, for folding makes PLUMBERS PLUMBER. */
    private static List<String> written(List<String> folded, String name) {
        String[] own = name.toUpperCase(Locale.ROOT).replace("'", "").split("[^\\p{L}\\p{N}]+");
        List<String> words = new ArrayList<>();
        for (String word : folded) {
            String plural = word;
            for (String written : own) {
                plural = written.equals(word + "S") ? written : plural;
            }
            words.add(plural.toLowerCase(Locale.ROOT));
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
