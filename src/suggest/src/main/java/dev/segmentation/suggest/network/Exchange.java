package dev.segmentation.suggest.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer over a connection of its own, to machines that were looked up and checked before. The name in the
 * request and in TLS stays that of the host, so certificates are verified against it.
 */
final class Exchange {
    private static final Http1Config HEADERS =
            Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(16_384).build();

    private final Network network;
    private final String agent;
    private final Map<String, String> headers;
    private final int bytes;

    Exchange(Network network, String agent, Map<String, String> headers, int bytes) {
        this.network = network;
        this.agent = agent;
        this.headers = Map.copyOf(headers);
        this.bytes = bytes;
    }

    /** What a server said at an address. */
    record Reply(URI address, int status, String contentType, String location, String retryAfter, String body) {}

    Reply get(URI address, List<InetAddress> machines, Deadline deadline) throws IOException {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        Future<?> alarm = deadline.then(request::abort);
        try (CloseableHttpClient client = client(machines, deadline)) {
            return read(address, client.executeOpen(null, request, null));
        } catch (ConnectTimeoutException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw deadline.late(e);
        } catch (IOException | RuntimeException e) {
            throw deadline.passed() ? deadline.late(e) : e instanceof IOException fault ? fault : new IOException(e);
        } finally {
            // the connection goes at once: closing the answer in good order would read what is left of its body
            request.abort();
            alarm.cancel(false);
        }
    }

    private Reply read(URI address, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        String type = header(response, "Content-Type");
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(bytes);
        return new Reply(
                address,
                response.getCode(),
                type,
                header(response, "Location"),
                header(response, "Retry-After"),
                BodyText.of(body, body.length == bytes, type));
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private CloseableHttpClient client(List<InetAddress> machines, Deadline deadline) {
        Timeout left = Timeout.of(deadline.millis(), TimeUnit.MILLISECONDS);
        return HttpClients.custom()
                .setConnectionManager(connections(machines, deadline))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(left)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                // none of the proxies that the machine may know: behind one, the checked machine need not be the one
                // asked
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setUserAgent(agent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private BasicHttpClientConnectionManager connections(List<InetAddress> machines, Deadline deadline) {
        Timeout left = Timeout.of(deadline.millis(), TimeUnit.MILLISECONDS);
        TlsSocketStrategy tls = new DefaultClientTlsStrategy(network.tls());
        BasicHttpClientConnectionManager connections = new BasicHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(
                        null,
                        pinned(machines),
                        RegistryBuilder.<TlsSocketStrategy>create()
                                .register("https", tls)
                                .build()),
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADERS)
                        .build());
        connections.setSocketConfig(SocketConfig.custom().setSoTimeout(left).build());
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(deadline.millis() / 2 + 1, TimeUnit.MILLISECONDS))
                .setSocketTimeout(left)
                .build());
        return connections;
    }

    /** Knows the checked machines and no others, whatever it is asked for. */
    private DnsResolver pinned(List<InetAddress> machines) {
        return new DnsResolver() {
            @Override
            public List<InetSocketAddress> resolve(String host, int port) {
                return machines.stream()
                        .map(machine -> network.sockets().apply(machine, port))
                        .toList();
            }

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                throw new UnknownHostException("asked for a host without its port: " + host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
