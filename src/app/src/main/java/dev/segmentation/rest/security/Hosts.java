package dev.segmentation.rest.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** Hosts as headers write them, and what counts as this machine. */
final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Hosts() {}

    /** The name without its port, in lower case; empty if there is none. */
    static String of(String header) {
        if (header == null) {
            return "";
        }
        String host = header.strip().toLowerCase(Locale.ROOT);
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return end <= 0 ? host : host.substring(0, end);
    }

    /** Name and port of an origin, as the header Host would write them; empty if it is none. */
    static String ofOrigin(String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        int start = lower.indexOf("://");
        if (start < 0) {
            return "";
        }
        return withoutDefault(lower.substring(start + 3), lower.startsWith("https") ? ":443" : ":80");
    }

    /** The header Host where a default port may be written out. */
    static String plain(String header, boolean tls) {
        return withoutDefault(header.strip().toLowerCase(Locale.ROOT), tls ? ":443" : ":80");
    }

    private static String withoutDefault(String host, String port) {
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }

    static boolean isLoopbackName(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether nothing but this machine reaches an address that is bound. */
    static boolean isLoopbackAddress(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
