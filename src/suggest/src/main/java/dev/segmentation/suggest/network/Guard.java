package dev.segmentation.suggest.network;

import dev.segmentation.suggest.network.Web.RefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what may be asked. Both questions are put for every request, those after a redirect included. */
interface Guard {
    /** Refuses an address for how it is written. */
    void check(URI address) throws RefusedException;

    /** Whether a connection to that machine may be opened. */
    boolean allows(InetAddress machine);

    /** Everything public, and nothing else. */
    Guard PUBLIC = new Guard() {
        /** Texts that some programs take for an IPv4 address though they are not written as one. */
        private static final Pattern NUMBERS = Pattern.compile("(?i)(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

        private static final Pattern IPV4 = Pattern.compile(
                "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");

        @Override
        public void check(URI address) throws RefusedException {
            String host = Guard.plainHost(address);
            int usual = Guard.usualPort(address);
            if (address.getPort() != -1 && address.getPort() != usual) {
                throw Guard.refused(address, "only the port " + usual + " is asked");
            }
            if (NUMBERS.matcher(host).matches() && !IPV4.matcher(host).matches()) {
                throw Guard.refused(address, "an address in numbers that is not written as usual");
            }
            if (!host.contains(".") && !host.startsWith("[")) {
                throw Guard.refused(address, "a name of the private network");
            }
        }

        @Override
        public boolean allows(InetAddress machine) {
            return PublicAddresses.contain(machine);
        }
    };

    /** Exactly one host and port, wherever it stands, because the operator has set it. */
    static Guard only(URI endpoint) {
        return new Guard() {
            @Override
            public void check(URI address) throws RefusedException {
                boolean same = plainHost(address).equals(plainHost(endpoint))
                        && port(address) == port(endpoint)
                        && address.getScheme().equalsIgnoreCase(endpoint.getScheme());
                if (!same) {
                    throw refused(address, "only " + endpoint.getHost() + " may be asked here");
                }
            }

            @Override
            public boolean allows(InetAddress machine) {
                return true;
            }
        };
    }

    /** The host in lower case; refuses what is no plain web address. */
    private static String plainHost(URI address) throws RefusedException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(address, "only http and https are asked");
        }
        if (address.getHost() == null) {
            throw refused(address, "it names no host");
        }
        if (address.getRawUserInfo() != null) {
            throw refused(address, "it holds a user");
        }
        if (address.getHost().contains("%")) {
            throw refused(address, "it names a network card");
        }
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /** Where a server sends its visitors; who asked by TLS is not led to a place without. */
    static URI redirect(URI from, String location) throws RefusedException {
        URI to;
        try {
            to = from.resolve(new URI(encoded(location.strip())));
            to = new URI(to.toString().replaceFirst("#.*$", ""));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RefusedException(PublicWeb.shown(from) + " leads to something that is no address.");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
            throw new RefusedException(
                    PublicWeb.shown(from) + " leads from https to http: " + PublicWeb.shown(to) + ".");
        }
        return to;
    }

    /** Servers write spaces and letters of their language into headings; they mean them encoded. */
    private static String encoded(String location) throws URISyntaxException {
        if (location.length() > 2_000) {
            throw new URISyntaxException("", "too long");
        }
        StringBuilder plain = new StringBuilder();
        for (byte b : location.getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (b & 0xFF);
            boolean fine = c < 128 && (Character.isLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0);
            plain.append(fine ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return plain.toString();
    }

    private static int port(URI address) {
        return address.getPort() == -1 ? usualPort(address) : address.getPort();
    }

    private static int usualPort(URI address) {
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static RefusedException refused(URI address, String why) {
        return new RefusedException(PublicWeb.shown(address) + " is not asked: " + why + ".");
    }
}
