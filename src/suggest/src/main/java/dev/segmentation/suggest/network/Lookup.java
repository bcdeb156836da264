package dev.segmentation.suggest.network;

import dev.segmentation.suggest.network.Web.OfflineException;
import dev.segmentation.suggest.network.Web.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the machines of a host and lets through only those that may be asked; also notices when there is no network. */
final class Lookup {
    /** Hosts of different owners that are always there. */
    private static final List<String> ALWAYS_THERE = List.of("www.wikidata.org", "www.iana.org", "example.com");

    /** After so many failed connections in a row it is to be asked whether the network or the servers are at fault. */
    private static final int FAILURES = 8;

    private static final Duration TRIAL = Duration.ofSeconds(3);
    private static final int TLS_PORT = 443;
    private static final int MACHINES = 2;

    private final Network network;
    private final Guard guard;
    private final AtomicInteger failures = new AtomicInteger();

    Lookup(Network network, Guard guard) {
        this.network = network;
        this.guard = guard;
    }

    /** The machines to ask, those with IPv4 first. One machine that may not be asked makes the host suspect as a whole. */
    List<InetAddress> machines(URI address, Deadline deadline) throws IOException {
        guard.check(address);
        String written = address.getHost();
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        List<InetAddress> machines = new ArrayList<>(List.of(resolved(host, deadline)));
        for (InetAddress machine : machines) {
            if (!guard.allows(machine)) {
                throw new RefusedException(PublicWeb.shown(address) + " is not asked: it leads to "
                        + machine.getHostAddress() + ", which is not public.");
            }
        }
        machines.sort(Comparator.comparingInt(machine -> machine.getAddress().length));
        return machines.subList(0, Math.min(MACHINES, machines.size()));
    }

    private InetAddress[] resolved(String host, Deadline deadline) throws IOException {
        try {
            return deadline.within(() -> network.names().of(host));
        } catch (UnknownHostException e) {
            if (offline()) {
                throw new OfflineException("There is no network: not even " + ALWAYS_THERE.get(0) + " is known.", e);
            }
            throw e;
        } catch (IOException e) {
            if (failures.incrementAndGet() >= FAILURES) {
                throw new OfflineException(
                        "There is no network: " + FAILURES + " names in a row cannot be looked up.", e);
            }
            throw e;
        }
    }

    /** Asks for known hosts in turn; the first that is found settles it. */
    private boolean offline() throws IOException {
        for (String host : ALWAYS_THERE) {
            try {
                new Deadline(Limits.PAGES.time()).within(() -> network.names().of(host));
                return false;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                continue;
            }
        }
        return true;
    }

    void reached() {
        failures.set(0);
    }

    /**
     * A server could not be reached. Hosts that were made of names often have no server, so many of these mean nothing as long as
     * one is reached that is always there.
     */
    void failed(IOException fault) throws OfflineException {
        if (failures.incrementAndGet() < FAILURES) {
            return;
        }
        if (ALWAYS_THERE.stream().noneMatch(this::reaches)) {
            throw new OfflineException(
                    "There is no network: " + FAILURES + " servers in a row cannot be reached, nor "
                            + ALWAYS_THERE.get(0) + ".",
                    fault);
        }
        reached();
    }

    private boolean reaches(String host) {
        try (Socket socket = new Socket()) {
            InetAddress machine =
                    new Deadline(TRIAL).within(() -> network.names().of(host))[0];
            socket.connect(network.sockets().apply(machine, TLS_PORT), (int) TRIAL.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
