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
            Net.of(8, 0),
            Net.of(8, 10),
            Net.of(10, 100, 64),
            Net.of(8, 127),
            Net.of(16, 169, 254),
            Net.of(12, 172, 16),
            Net.of(24, 192, 0, 0),
            Net.of(24, 192, 0, 2),
            Net.of(24, 192, 88, 99),
            Net.of(16, 192, 168),
            Net.of(15, 198, 18),
            Net.of(24, 198, 51, 100),
            Net.of(24, 203, 0, 113),
            // inside of a cloud of Microsoft this one answers with secrets of the machine
            Net.of(32, 168, 63, 129, 16),
            Net.of(4, 224),
            Net.of(4, 240));

    private static final Net PUBLIC_6 = Net.of(3, 0x20);
    private static final Net NAT64 = Net.of(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final List<Net> NOT_PUBLIC_6 = List.of(
            // protocols, Teredo and benchmarks among them
            Net.of(23, 0x20, 0x01, 0x00),
            Net.of(32, 0x20, 0x01, 0x0d, 0xb8),
            // 6to4
            Net.of(16, 0x20, 0x02),
            Net.of(20, 0x3f, 0xff, 0x00));

    private PublicAddresses() {}

    /** Whether everyone may reach that address. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return contain4(bytes);
        }
        return address instanceof Inet6Address six && six.getScopeId() == 0 && contain6(bytes);
    }

    private static boolean contain4(byte[] bytes) {
        return NOT_PUBLIC_4.stream().noneMatch(net -> net.holds(bytes));
    }

    private static boolean contain6(byte[] bytes) {
        if (NAT64.holds(bytes)) {
            return contain4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return PUBLIC_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(net -> net.holds(bytes));
    }

    /** The addresses that share their first bits. */
    private record Net(int bits, int... prefix) {

        static Net of(int bits, int... prefix) {
            return new Net(bits, prefix);
        }

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
