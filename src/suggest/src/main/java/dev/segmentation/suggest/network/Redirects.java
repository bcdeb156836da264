package dev.segmentation.suggest.network;

import dev.segmentation.suggest.network.Web.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads where a server sends its visitors. */
final class Redirects {
    private static final int LONGEST = 2_000;
    private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

    private Redirects() {}

    /** The next address; who asked by TLS is not led to a place without. */
    static URI target(URI from, String location) throws RefusedException {
        URI to;
        try {
            to = from.resolve(new URI(encoded(location.strip())));
            to = new URI(to.toString().replaceFirst("#.*$", ""));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RefusedException(PublicWeb.shown(from) + " leads to something that is no address.");
        }
        if (scheme(from).equals("https") && scheme(to).equals("http")) {
            throw new RefusedException(
                    PublicWeb.shown(from) + " leads from https to http: " + PublicWeb.shown(to) + ".");
        }
        return to;
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Servers write spaces and letters of their language into headings; they mean them encoded. */
    private static String encoded(String location) throws URISyntaxException {
        if (location.length() > LONGEST) {
            throw new URISyntaxException("", "too long");
        }
        StringBuilder plain = new StringBuilder();
        for (byte b : location.getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (b & 0xFF);
            boolean fine = c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            plain.append(fine ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return plain.toString();
    }
}
