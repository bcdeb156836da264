package dev.segmentation.suggest.network;

import dev.segmentation.customer.Host;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.Domain;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import dev.segmentation.suggest.website.WebsiteSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at the first page of a host and tells whether it is that of a master, from what the page says of itself. */
public final class WebsiteCheck {
    private static final double MARKUP = 0.85;
    private static final double SITE = 0.8;
    private static final double TITLE = 0.78;
    private static final double COPYRIGHT = 0.78;
    /** Even a page that says everything right may be of a namesake. */
    private static final double SUREST = 0.97;

    private static final double COMMON_NAME = 0.75;
    private static final int SPELLINGS = 4;
    private static final int HITS = 4;

    private final Web web;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /** A check over that web, which leaves out hosts that are no company's own. */
    public WebsiteCheck(Web web, NameLikeness likeness, BlockedHosts blocked) {
        this.web = web;
        this.likeness = likeness;
        this.blocked = blocked;
    }

    /** Hosts that a search finds, each looked at before it is proposed. */
    public WebsiteSource searched(SearchService search) {
        return master -> {
            if (likeness.words(master.name()).isEmpty()) {
                return List.of();
            }
            Stream<String> hosts = search.search(master.name() + " official website").stream()
                    .flatMap(hit -> Host.bare(hit.url()).stream())
                    .distinct();
            return first(allowed(hosts, HITS), master, "found by a search");
        };
    }

    /** Hosts made of the name of a master, each looked at before it is proposed. */
    public WebsiteSource guessed() {
        return master -> first(guessed(master), master, "host made of the name");
    }

    /** The hosts worth a look, the likeliest first. */
    List<String> guessed(OpenMaster master) {
        Stream<String> hosts = GuessedDomains.of(likeness.words(master.name()), master.name()).stream();
        return allowed(hosts, GuessedDomains.MOST);
    }

    private List<String> allowed(Stream<String> hosts, int most) {
        return hosts.filter(host -> blocked.why(host).isEmpty()).limit(most).toList();
    }

    /** Looks at hosts in their order; the first that proves right ends the search. */
    private List<WebsiteCandidate> first(List<String> hosts, OpenMaster master, String how) throws IOException {
        List<WebsiteCandidate> found = new ArrayList<>();
        for (String host : hosts) {
            Optional<WebsiteCandidate> one = of(host, master, how);
            one.ifPresent(found::add);
            if (one.isPresent() && one.get().score() >= WebsiteChoice.LEAST) {
                break;
            }
        }
        return found;
    }

    /** The host as a candidate, empty if its page is missing, unused, or of somebody else. */
    Optional<WebsiteCandidate> of(String host, OpenMaster master, String how) throws IOException {
        try {
            Web.Answer answer = web.get(URI.create("https://" + host + "/"));
            boolean page =
                    answer.good() && (answer.type().isEmpty() || answer.type().contains("html"));
            return page && stays(answer, host) ? judge(host, master, how, answer) : Optional.empty();
        } catch (Web.OfflineException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while looking at " + host);
            }
            return Optional.empty(); // a host that cannot be asked is no candidate
        }
    }

    /** A redirect to www or to a page is fine, one to another registered name is somebody else's. */
    private static boolean stays(Web.Answer answer, String host) {
        return Host.bare(String.valueOf(answer.address().getHost()))
                .map(Domain::registered)
                .equals(Optional.of(Domain.registered(host)));
    }

    private Optional<WebsiteCandidate> judge(String host, OpenMaster master, String how, Web.Answer answer) {
        PageNames page = PageNames.of(answer.body(), host);
        if (!page.unusable().isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>(List.of(master.name()));
        master.spellings().stream().limit(SPELLINGS).forEach(names::add);
        List<String> reasons = new ArrayList<>(List.of(how));
        double doubt = 1;
        doubt *= 1 - MARKUP * best(names, page.organisations(), "its markup names", reasons);
        doubt *= 1 - SITE * best(names, page.site(), "it calls itself", reasons);
        doubt *= 1 - TITLE * best(names, page.title(), "its title is", reasons);
        doubt *= 1 - COPYRIGHT * best(names, page.holders(), "its copyright is held by", reasons);
        if (reasons.size() == 1) {
            return Optional.empty();
        }
        boolean common = likeness.common(master.name());
        double score = Math.min(SUREST, (1 - doubt) * (common ? COMMON_NAME : 1));
        Evidence evidence = new Evidence(
                page.title().isEmpty() ? host : page.title().get(0), "https://" + host + "/", reasons.get(1));
        return Optional.of(new WebsiteCandidate(host, score, reasons, List.of(evidence)));
    }

    private double best(Set<String> names, List<String> found, String what, List<String> reasons) {
        double best = 0;
        String named = "";
        for (String one : found) {
            for (String name : names) {
                double like = likeness.of(name, one);
                if (like > best) {
                    best = like;
                    named = one;
                }
            }
        }
        if (best > 0) {
            reasons.add(what + " \"" + named + "\"");
        }
        return best;
    }
}
