package dev.segmentation.suggest.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the registries of special-purpose addresses (RFC 6890 and its
 * successors). Of IPv6 only what is handed out to the public counts; ways to wrap an IPv4 address into one are refused, but
 * for NAT64, by whose well-known prefix an IPv6-only network reaches the public.
 */
final class PublicAddresses {
    private static final List<Net> NOT_PUBLIC_4 = List.of(
            new Net(8, 0),
            new Net(8, 10),
            new Net(10, 100, 64),
            new Net(8, 127),
            new Net(16, 169, 254),
            new Net(12, 172, 16),
            new Net(24, 192, 0, 0),
            new Net(24, 192, 0, 2),
            new Net(24, 192, 88, 99),
            new Net(16, 192, 168),
            new Net(15, 198, 18),
            new Net(24, 198, 51, 100),
            new Net(24, 203, 0, 113),
            // inside of a cloud of Microsoft this one answers with secrets of the machine
            new Net(32, 168, 63, 129, 16),
            new Net(4, 224),
            new Net(4, 240));

    private static final Net PUBLIC_6 = new Net(3, 0x20);
    private static final Net NAT64 = new Net(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final List<Net> NOT_PUBLIC_6 = List.of(
            // protocols, Teredo and benchmarks among them
            new Net(23, 0x20, 0x01, 0x00),
            new Net(32, 0x20, 0x01, 0x0d, 0xb8),
            // 6to4
            new Net(16, 0x20, 0x02),
            new Net(20, 0x3f, 0xff, 0x00));

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return none(NOT_PUBLIC_4, bytes);
        }
        if (!(address instanceof Inet6Address six) || six.getScopeId() != 0) {
            return false;
        }
        return NAT64.holds(bytes)
                ? none(NOT_PUBLIC_4, Arrays.copyOfRange(bytes, 12, 16))
                : PUBLIC_6.holds(bytes) && none(NOT_PUBLIC_6, bytes);
    }

    private static boolean none(List<Net> nets, byte[] bytes) {
        return nets.stream().noneMatch(net -> net.holds(bytes));
    }

    private record Net(int bits, int... prefix) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int wanted = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
                if (((wanted ^ address[bit / 8]) & 0x80 >> bit % 8) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
