package dev.segmentation.suggest.website;

import dev.segmentation.suggest.text.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses among the hosts that several sources found for one master. */
public final class WebsiteChoice {
    /** A host that is less sure than this is not proposed. */
    public static final double LEAST = 0.75;

    /** Two hosts whose scores are closer than this leave the choice to people. */
    private static final double CONTESTED = 0.04;

    private static final int SOURCES = 3;

    static final Comparator<WebsiteCandidate> BEST_FIRST =
            Comparator.comparingDouble(WebsiteCandidate::score).reversed().thenComparing(WebsiteCandidate::host);

    private final BlockedHosts blocked;

    /** A choice that never falls on one of these hosts. */
    public WebsiteChoice(BlockedHosts blocked) {
        this.blocked = blocked;
    }

    /**
     * The best host, if it is sure enough and no other is about as good. A host that several sources found is surer than
     * each of them.
     */
    public Optional<WebsiteCandidate> best(List<WebsiteCandidate> found) {
        return uncontested(merged(found)).filter(one -> one.score() >= LEAST);
    }

    /** The best of these hosts, if no other is about as good. */
    static Optional<WebsiteCandidate> uncontested(Collection<WebsiteCandidate> hosts) {
        List<WebsiteCandidate> sorted = hosts.stream().sorted(BEST_FIRST).toList();
        boolean contested =
                sorted.size() > 1 && sorted.get(0).score() - sorted.get(1).score() < CONTESTED;
        return contested ? Optional.empty() : sorted.stream().findFirst();
    }

    /** One candidate for each host that may be somebody's own. */
    private Collection<WebsiteCandidate> merged(List<WebsiteCandidate> found) {
        Map<String, WebsiteCandidate> hosts = new LinkedHashMap<>();
        for (WebsiteCandidate one : found) {
            if (blocked.why(one.host()).isEmpty()) {
                hosts.merge(one.host(), one, WebsiteChoice::both);
            }
        }
        return hosts.values();
    }

    private static WebsiteCandidate both(WebsiteCandidate one, WebsiteCandidate other) {
        List<String> reasons = new ArrayList<>(one.reasons());
        other.reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        List<Evidence> evidence = new ArrayList<>(one.evidence());
        other.evidence().stream().filter(e -> !evidence.contains(e)).forEach(evidence::add);
        double score = 1 - (1 - one.score()) * (1 - other.score());
        return new WebsiteCandidate(
                one.host(), score, reasons, evidence.subList(0, Math.min(SOURCES, evidence.size())));
    }
}
