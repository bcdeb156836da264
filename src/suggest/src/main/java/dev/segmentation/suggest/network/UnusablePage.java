package dev.segmentation.suggest.network;

import dev.segmentation.suggest.website.Domain;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Recognises pages that are no company's website: domains for sale, parked ones, default pages of servers. */
final class UnusablePage {
    private static final int BEGINNING = 4_000;
    private static final Pattern FOR_SALE = Pattern.compile(
            "(?i)(?:domain|website|page|site)(?: name)?(?:\\s\\S+)? (?:is|may be|might be|could be) (?:available )?for sale"
                    + "|[a-z0-9-]{1,63}\\.[a-z]{2,24} (?:is|may be) (?:available )?for sale|buy this domain|purchase this domain|domain for sale|this domain is available|make an offer on this"
                    + "|inquire about this domain|get this domain|interested in this domain|domain is parked|parked free"
                    + "|parked domain|domain parking|this (?:web ?)?page is parked|domain has expired|expired domain"
                    + "|this domain (?:was|is|has been) (?:recently )?(?:registered|expired|reserved)|related searches"
                    + "|future home of (?:something|an? )");
    private static final Pattern EMPTY = Pattern.compile(
            "(?i)^(?:index of /|apache2? .{0,20}default page|welcome to nginx|iis windows|default (?:web )?(?:site )?page"
                    + "|test page for|it works!|site not found|account suspended|404 not found|403 forbidden|coming soon"
                    + "|under construction|just a moment|attention required|access denied|domain default page)");
    private static final List<String> SELLERS = List.of(
            ("sedoparking parkingcrew bodis.com hugedomains afternic dan.com undeveloped.com above.com parklogic"
                            + " sedo.com domainmarket uniregistry voodoo.com parking-page skenzo cashparking")
                    .split(" "));
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)url\\s*=\\s*['\"]?\\s*(?:https?:)?//([^/'\"?#:\\s]+)");

    private UnusablePage() {}

    static String why(Document page, String text, String host) {
        String start = beginning(text);
        String title = beginning(page.title());
        if (FOR_SALE.matcher(start).find() || FOR_SALE.matcher(title).find() || sold(page)) {
            return "parked or for sale";
        }
        if (EMPTY.matcher(title.strip()).find()
                || title.isBlank() && EMPTY.matcher(start.strip()).find()) {
            return "nothing is there yet";
        }
        return leadsAway(page, host) ? "leads to another host" : "";
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(BEGINNING, text.length()));
    }

    private static boolean sold(Document page) {
        return page.select("script[src], iframe[src], frame[src], form[action]").stream()
                .map(element -> element.attr("src") + element.attr("action"))
                .map(address -> beginning(address).toLowerCase(Locale.ROOT))
                .anyMatch(address -> SELLERS.stream().anyMatch(address::contains));
    }

    /** A page that sends on by itself to somebody else's host. */
    private static boolean leadsAway(Document page, String host) {
        for (Element meta : page.select("meta[http-equiv=refresh]")) {
            Matcher m = ELSEWHERE.matcher(meta.attr("content"));
            if (m.find()
                    && !Domain.registered(m.group(1).toLowerCase(Locale.ROOT)).equals(Domain.registered(host))) {
                return true;
            }
        }
        return false;
    }
}
