package dev.segmentation.suggest.network;

import dev.segmentation.testkit.StubServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A network in which every host is public and is played by one server on this machine; its clock moves only by waiting. */
public final class StubNetwork implements Network.Time {
    private final Map<String, List<String>> machines = new HashMap<>();
    private final List<InetAddress> called = new ArrayList<>();

    private final StubServer server;
    private long now;

    /** A network that this server plays. */
    public StubNetwork(StubServer server) {
        this.server = server;
    }

    /** A client of this network. */
    public PublicWeb web(Limits limits) {
        return new PublicWeb("tester/1", limits, Guard.PUBLIC, Map.of(), network());
    }

    /** The machines that were called, as they were looked up. */
    public List<InetAddress> called() {
        return List.copyOf(called);
    }

    Network network() {
        return new Network(this::find, this::socket, trustOfTheMachine(), this);
    }

    /** A host that leads to these machines. */
    public StubNetwork host(String host, String... addresses) {
        machines.put(host, List.of(addresses));
        return this;
    }

    private InetAddress[] find(String host) throws UnknownHostException {
        List<InetAddress> found = new ArrayList<>();
        String usual = host.matches("[0-9.]+") ? host : "93.184.216.34";
        for (String address : machines.getOrDefault(host, List.of(usual))) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }

    private InetSocketAddress socket(InetAddress machine, int port) {
        called.add(machine);
        return server.address();
    }

    private static SSLContext trustOfTheMachine() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        now += time.toNanos();
    }
}
