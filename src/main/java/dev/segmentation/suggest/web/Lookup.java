package dev.segmentation.suggest.web;

import dev.segmentation.suggest.web.Web.OfflineException;
import dev.segmentation.suggest.web.Web.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the machines of a host and lets through only those that may be asked; also notices when there is no network. */
final class Lookup {
    /** Hosts of different owners that are always there. */
    private static final List<String> ALWAYS_THERE = List.of("www.wikidata.org", "www.iana.org", "example.com");

    /** So many failed connections in a row mean that the network and not the servers is at fault. */
    private static final int FAILURES = 8;

    private static final int MACHINES = 2;

    private final Network.Names names;
    private final Guard guard;
    private final AtomicInteger failures = new AtomicInteger();

    Lookup(Network.Names names, Guard guard) {
        this.names = names;
        this.guard = guard;
    }

    /** The machines to ask, those with IPv4 first. One machine that may not be asked makes the host suspect as a whole. */
    List<InetAddress> machines(URI address, Deadline deadline) throws IOException {
        guard.check(address);
        String host = address.getHost();
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
            return deadline.within(() -> names.of(bare(host)));
        } catch (UnknownHostException e) {
            if (offline()) {
                throw new OfflineException("There is no network: not even " + ALWAYS_THERE.get(0) + " is known.", e);
            }
            throw e;
        } catch (IOException e) {
            failed(e);
            throw e;
        }
    }

    /** Asks for known hosts in turn; the first that is found settles it. */
    private boolean offline() throws IOException {
        for (String host : ALWAYS_THERE) {
            try {
                new Deadline(Limits.PAGES.time()).within(() -> names.of(host));
                return false;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                continue;
            }
        }
        return true;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** A connection was made. */
    void reached() {
        failures.set(0);
    }

    /** A name service or a server could not be reached. */
    void failed(IOException fault) throws OfflineException {
        if (failures.incrementAndGet() >= FAILURES) {
            throw new OfflineException(
                    "There is no network: " + FAILURES + " servers in a row cannot be reached.", fault);
        }
    }
}
