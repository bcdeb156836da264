package dev.segmentation.rest.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** What counts as this machine. */
final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    static boolean name(String host) {
        return NAMES.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether nothing but this machine reaches an address that is bound. */
    static boolean address(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
