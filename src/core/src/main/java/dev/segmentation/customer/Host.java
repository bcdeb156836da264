package dev.segmentation.customer;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bare host names, as {@code Company Website} holds them. */
public final class Host {
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private Host() {}

    /** The bare host of an address or host as people paste it; empty if there is none in it. */
    public static Optional<String> bare(String text) {
        if (HOST.matcher(text).matches() && !text.startsWith("www.")) {
            return Optional.of(text);
        }
        String host = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z][a-z0-9+.-]*://", "");
        host = host.replaceFirst("[/?#].*$", "").replaceFirst("^[^@]*@", "").replaceFirst(":\\d+$", "");
        host = host.replaceFirst("^www\\.", "").replaceFirst("\\.$", "");
        try {
            host = IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return HOST.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }
}
