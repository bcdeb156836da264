package dev.segmentation.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ports: which addresses a process listens on, as the Linux kernel tells it, and which are free. */
final class Listening {
    private static final String LISTEN = "0A";

    private Listening() {}

    /** A port of this machine that nobody listens on for now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Address and port in the kernel's notation ({@code 0100007F:1F90}); empty if the process has ended. */
    static List<String> of(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc/net", table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] cells = line.strip().split("\\s+");
                if (cells[3].equals(LISTEN) && sockets.contains("socket:[" + cells[9] + "]")) {
                    addresses.add(cells[1]);
                }
            }
        }
        return addresses;
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path handle : handles.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(handle).toString());
                } catch (NoSuchFileException e) {
                    // closed since
                }
            }
        } catch (NoSuchFileException e) {
            // ended since
        }
        return sockets;
    }
}
