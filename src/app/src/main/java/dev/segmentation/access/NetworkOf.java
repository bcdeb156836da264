package dev.segmentation.access;

/** What counts as one address: of IPv6 the network, for whoever has one address of it has them all. */
final class NetworkOf {
    private static final int GROUPS = 4;

    private NetworkOf() {}

    static String address(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (address.indexOf(':') < 0) {
            return address;
        }
        int gap = address.indexOf("::");
        String head = gap < 0 ? address : address.substring(0, gap);
        String[] groups = head.isEmpty() ? new String[0] : head.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            String group = i < groups.length ? groups[i] : "0";
            network.append(group.replaceFirst("^0+(?=.)", "")).append(':');
        }
        // an IPv4 address within IPv6 is one of its own
        return address.indexOf('.') < 0 ? network.toString() : address.substring(address.lastIndexOf(':') + 1);
    }
}
