package dev.segmentation.suggest.website;

import java.util.Arrays;
import java.util.Set;

/**
 * Tells the name that somebody registered from what stands before it: {@code acme.co.uk} of {@code shop.acme.co.uk}. It knows
 * how countries divide their names, not every single one of them, and takes one label too many rather than one too few.
 */
public final class Domain {
    /** Second labels below which the organisations of a country register. */
    private static final Set<String> SECOND = Set.of(
            "ac", "co", "com", "edu", "gov", "go", "gob", "gouv", "govt", "net", "org", "or", "ne", "ltd", "plc", "sch",
            "school", "k12", "mil", "nom", "nic", "firm", "gen", "ind", "biz", "nhs", "police", "asn", "ed", "lg", "gr",
            "ad", "muni", "idf", "asso", "res", "cri", "health");

    /** Other suffixes below which others register, of countries where many organisations of the registers are. */
    private static final Set<String> MORE = Set.of(
            "me.uk", "id.au", "es.kr", "hs.kr", "ms.kr", "pe.kr", "re.kr", "sc.kr", "in.th", "web.id", "my.id", "in.ua",
            "kiev.ua", "bel.tr", "web.tr", "info.tr", "ab.ca", "bc.ca", "mb.ca", "nb.ca", "nf.ca", "nl.ca", "ns.ca",
            "nt.ca", "nu.ca", "on.ca", "pe.ca", "qc.ca", "sk.ca", "yk.ca");

    private static final Set<String> STATES_OF_AUSTRALIA =
            Set.of("act", "nsw", "nt", "qld", "sa", "tas", "vic", "wa", "catholic");
    private static final Set<String> KINDS_BELOW_STATES =
            Set.of("k12", "cc", "lib", "tec", "pvt", "state", "gen", "mus");

    private Domain() {}

    /** The registered name of a bare host; the host itself if it is a public suffix or nothing is known of it. */
    public static String registered(String host) {
        String[] labels = host.split("\\.");
        int own = Math.min(labels.length, suffix(labels) + 1);
        return String.join(".", Arrays.copyOfRange(labels, labels.length - own, labels.length));
    }

    /** Whether somebody registered this very host, and it is not only a suffix that others register below. */
    public static boolean registrable(String host) {
        String[] labels = host.split("\\.");
        return labels.length == suffix(labels) + 1;
    }

    /** How many labels at the end are not for one organisation to have. */
    private static int suffix(String[] labels) {
        int n = labels.length;
        if (n < 2) {
            return 1;
        }
        String top = labels[n - 1];
        String second = labels[n - 2];
        if (top.equals("us") && second.length() == 2) {
            return american(labels);
        }
        if (n > 2 && top.equals("au") && second.equals("edu") && STATES_OF_AUSTRALIA.contains(labels[n - 3])) {
            return 3;
        }
        boolean divided = top.length() == 2 && SECOND.contains(second) || MORE.contains(second + "." + top);
        return divided ? 2 : 1;
    }

    /** {@code k12.ca.us}, {@code ci.austin.tx.us}: below the state stand towns and kinds of bodies. */
    private static int american(String[] labels) {
        int n = labels.length;
        return n > 2 && KINDS_BELOW_STATES.contains(labels[n - 3]) ? 3 : 2;
    }
}
