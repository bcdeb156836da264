package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.suggest.network.Web.OfflineException;
import dev.segmentation.suggest.network.Web.RefusedException;
import dev.segmentation.testkit.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicWebTest {
    private static final URI PAGE = URI.create("http://www.acme.test/about?x=1");
    private static final Limits QUICK = Limits.PAGES.withTime(Duration.ofMillis(250));

    @Test
    void readsAPageAndSaysWhoAsks() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "Text/HTML; charset=utf-8", "<p>K–12</p>"))) {
            Web.Answer answer = new FakeNetwork(server).web(Limits.PAGES).get(PAGE);

            assertThat(answer).isEqualTo(new Web.Answer(PAGE, 200, "text/html", "<p>K–12</p>"));
            StubServer.Request request = server.requests().get(0);
            assertThat(request.path()).isEqualTo("/about?x=1");
            assertThat(request.headers())
                    .containsEntry("host", "www.acme.test")
                    .containsEntry("user-agent", "tester/1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://010.8.8.8/",
                "http://127.0.0.1./",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.100.100.200/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fd00::1]/",
                "http://localhost/",
                "http://intranet/",
                "http://user@www.acme.test/",
                "http://www.acme.test@127.0.0.1/",
                "http://www.acme.test:22/",
                "http://www.acme.test:443/",
                "https://www.acme.test:80/",
                "ftp://www.acme.test/",
                "file:///etc/passwd",
                "jar:http://www.acme.test/a.jar!/",
                "http:/nohost",
                "http://①②⑦.⓪.⓪.①/",
                "nonsense"
            })
    void addressesThatAreNotPublicAreRefusedByTheRealNetwork(String address) {
        Web web = new PublicWeb("tester/1", QUICK);

        assertThatThrownBy(() -> web.get(URI.create(address))).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::a00:1"})
    void hostsThatLeadIntoThePrivateNetworkAreRefused(String machine) throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "secret"))) {
            FakeNetwork network = new FakeNetwork(server).host("www.acme.test", "93.184.216.34", machine);

            assertThatThrownBy(() -> network.web(QUICK).get(PAGE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("not public");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aHostIsLookedUpOnceAndTheCheckedMachineIsCalled() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            FakeNetwork network = new FakeNetwork(server);
            network.names = host -> new InetAddress[] {
                InetAddress.getByName(lookups.incrementAndGet() == 1 ? "93.184.216.34" : "127.0.0.1")
            };

            network.web(QUICK).get(PAGE);

            assertThat(lookups).hasValue(1);
            assertThat(network.called).containsExactly(InetAddress.getByName("93.184.216.34"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "//10.0.0.1/",
                "http://www.acme.test:8080/",
                "http://inside.acme.test/",
                "file:///etc/passwd",
                "javascript:alert(1)"
            })
    void redirectsIntoThePrivateNetworkAreRefused(String target) throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(302, "text/html", "", "Location: " + target))) {
            FakeNetwork network = new FakeNetwork(server).host("inside.acme.test", "192.168.1.1");
            network.names = literalsToo(network);

            assertThatThrownBy(() -> network.web(QUICK).get(PAGE)).isInstanceOf(RefusedException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static Network.Names literalsToo(FakeNetwork network) {
        Network.Names fake = network.names;
        return host -> host.matches("[0-9.]+|.*:.*") ? InetAddress.getAllByName(host) : fake.of(host);
    }

    @Test
    void redirectsAreFollowedToTheirEnd() throws IOException {
        try (StubServer server = StubServer.start((request, out) -> {
            String to = request.path().equals("/b c") || request.path().equals("/b%20c") ? null : "Location: /b c#top";
            StubServer.send(
                    out,
                    to == null ? 200 : 301,
                    "text/html",
                    "end".getBytes(StandardCharsets.UTF_8),
                    to == null ? "X: y" : to);
        })) {
            Web.Answer answer = new FakeNetwork(server).web(QUICK).get(PAGE);

            assertThat(answer.address()).hasToString("http://www.acme.test/b%20c");
            assertThat(answer.body()).isEqualTo("end");
        }
    }

    @Test
    void endlessRedirectsEnd() throws IOException {
        AtomicInteger hop = new AtomicInteger();
        try (StubServer server = StubServer.start((request, out) -> StubServer.send(
                out, 302, "text/html", new byte[0], "Location: http://h" + hop.incrementAndGet() + ".test/"))) {
            assertThatThrownBy(() -> new FakeNetwork(server).web(Limits.PAGES).get(PAGE))
                    .hasMessageContaining("more than 5 redirects");
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void longBodiesAreCutOff() throws IOException {
        byte[] long10 = new byte[10_000_000];
        try (StubServer server = StubServer.start((request, out) -> StubServer.send(out, 200, "text/plain", long10))) {
            assertThat(new FakeNetwork(server)
                            .web(Limits.PAGES.withBytes(5_000))
                            .get(PAGE)
                            .body())
                    .hasSize(5_000);
        }
    }

    @Test
    void packedBodiesAreCountedUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50_000_000]);
        }
        try (StubServer server = StubServer.start((request, out) ->
                StubServer.send(out, 200, "text/plain", packed.toByteArray(), "Content-Encoding: gzip"))) {
            assertThat(new FakeNetwork(server)
                            .web(Limits.PAGES.withBytes(70_000))
                            .get(PAGE)
                            .body())
                    .hasSize(70_000);
        }
    }

    @Test
    void slowServersAreLeft() throws IOException {
        // the pauses are the slowness that is tested
        StubServer.Behaviour silent = (request, out) -> Thread.sleep(60_000);
        StubServer.Behaviour longHeading = (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_000; i++) {
                out.write('y');
                out.flush();
                Thread.sleep(5);
            }
        };
        for (StubServer.Behaviour behaviour :
                new StubServer.Behaviour[] {StubServer.drip("text/html"), silent, longHeading}) {
            try (StubServer server = StubServer.start(behaviour)) {
                Web web = new FakeNetwork(server).web(Limits.PAGES.withTime(Duration.ofMillis(100)));
                assertThatThrownBy(() -> web.get(PAGE)).hasMessageContaining("no answer within 0.1 s");
            }
        }
    }

    @Test
    void lookingUpAHostIsBoundedToo() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            FakeNetwork network = new FakeNetwork(server);
            network.names = host -> {
                try {
                    Thread.sleep(60_000); // a name service that does not answer
                } catch (InterruptedException e) {
                    throw new UnknownHostException("interrupted");
                }
                return new InetAddress[0];
            };

            assertThatThrownBy(() ->
                            network.web(QUICK.withTime(Duration.ofMillis(100))).get(PAGE))
                    .hasMessageContaining("no answer within 0.1 s");
        }
    }

    @Test
    void headingsWithoutEndAreRefused() throws IOException {
        try (StubServer many = StubServer.start((request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 100_000; i++) {
                        out.write("X: y\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                });
                StubServer longOne = StubServer.start((request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
                    out.write("y".repeat(5_000_000).getBytes(StandardCharsets.UTF_8));
                })) {
            assertThatThrownBy(() -> new FakeNetwork(many).web(Limits.PAGES).get(PAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("header");
            assertThatThrownBy(() -> new FakeNetwork(longOne).web(Limits.PAGES).get(PAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("line length");
        }
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "503, '', 1", "503, nonsense, 1", "503, 'Mon, 01 Jan 2001 00:00:00 GMT', 0"})
    void overloadedServersAreAskedAgainWhenTheySay(int status, String after, int seconds) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (StubServer server = StubServer.start((request, out) -> StubServer.send(
                out, calls.incrementAndGet() == 1 ? status : 200, "text/html", new byte[0], "Retry-After: " + after))) {
            FakeNetwork network = new FakeNetwork(server);

            assertThat(network.web(noPause()).get(PAGE).status()).isEqualTo(200);
            assertThat(network.waits)
                    .isEqualTo(seconds == 0 ? java.util.List.of() : java.util.List.of(Duration.ofSeconds(seconds)));
        }
    }

    @ParameterizedTest
    @CsvSource({"3600, 1", "999999999999, 3", "1, 3"})
    void overloadedServersAreGivenUp(String after, int requests) throws IOException {
        try (StubServer server =
                StubServer.start(StubServer.text(429, "text/html", "later", "Retry-After: " + after))) {
            assertThat(new FakeNetwork(server).web(noPause()).get(PAGE).status())
                    .isEqualTo(429);
            assertThat(server.requests()).hasSize(requests);
        }
    }

    private static Limits noPause() {
        Limits some = Limits.PAGES;
        return new Limits(some.bytes(), some.time(), 5, 2, some.retryWait(), Duration.ZERO, Duration.ZERO);
    }

    @Test
    void requestsKeepApartAndThoseToOneHostMore() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            FakeNetwork network = new FakeNetwork(server);
            Limits some = Limits.PAGES;
            Web web = network.web(new Limits(
                    some.bytes(), some.time(), 5, 2, some.retryWait(), Duration.ofSeconds(2), Duration.ofSeconds(5)));

            web.get(PAGE);
            web.get(URI.create("http://other.test/"));
            web.get(PAGE);

            assertThat(network.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
        }
    }

    @Test
    void unknownHostsAreNoSignOfBeingOfflineWhileOthersAreKnown() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            FakeNetwork network = new FakeNetwork(server);
            Network.Names known = network.names;
            network.names = host -> {
                if (host.equals("www.acme.test")) {
                    throw new UnknownHostException(host);
                }
                return known.of(host);
            };
            assertThatThrownBy(() -> network.web(QUICK).get(PAGE)).isInstanceOf(UnknownHostException.class);

            network.names = host -> {
                throw new UnknownHostException(host);
            };
            assertThatThrownBy(() -> network.web(QUICK).get(PAGE)).isInstanceOf(OfflineException.class);
        }
    }

    @Test
    void manyFailedConnectionsInARowMeanOffline() throws IOException {
        StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"));
        server.close();
        Web web = new FakeNetwork(server).web(noPause());
        for (int i = 1; i < 8; i++) {
            assertThatThrownBy(() -> web.get(PAGE))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(OfflineException.class);
        }
        assertThatThrownBy(() -> web.get(PAGE)).isInstanceOf(OfflineException.class);
    }

    @Test
    void manyHostsWithoutAServerMeanNothingWhileAKnownOneIsReached() throws IOException {
        StubServer gone = StubServer.start(StubServer.text(200, "text/html", "page"));
        gone.close();
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            FakeNetwork network = new FakeNetwork(server).host("www.acme.test", "93.184.216.99");
            network.elsewhere.put("93.184.216.99", gone.address());
            Web web = network.web(noPause());
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> web.get(PAGE))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(OfflineException.class);
            }

            assertThat(web.get(URI.create("http://other.test/")).body()).isEqualTo("page");
        }
    }

    @Test
    void aRedirectWaitsItsTurnToo() throws IOException {
        try (StubServer server = StubServer.start((request, out) -> {
            boolean end = request.path().equals("/end");
            byte[] page = "page".getBytes(StandardCharsets.UTF_8);
            StubServer.send(out, end ? 200 : 302, "text/html", page, end ? "X: y" : "Location: /end");
        })) {
            FakeNetwork network = new FakeNetwork(server);

            assertThat(network.web(Limits.PAGES).get(PAGE).body()).isEqualTo("page");

            assertThat(network.waits).containsExactly(Duration.ofSeconds(1));
        }
    }

    @Test
    void aNameServiceThatIsSilentForLongMeansOffline() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            FakeNetwork network = new FakeNetwork(server);
            network.names = host -> {
                try {
                    Thread.sleep(60_000); // a name service that does not answer
                } catch (InterruptedException e) {
                    throw new UnknownHostException(host);
                }
                return new InetAddress[0];
            };
            Limits some = noPause();
            Web web = network.web(some.withTime(Duration.ofMillis(10)));
            for (int i = 1; i < 8; i++) {
                assertThatThrownBy(() -> web.get(PAGE)).isNotInstanceOf(OfflineException.class);
            }
            assertThatThrownBy(() -> web.get(PAGE)).isInstanceOf(OfflineException.class);
        }
    }

    @Test
    void aServerOfTheOperatorMayStandInThePrivateNetworkAndNoOtherIsAsked() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "application/json", "{}", "Set-Cookie: a=b"));
                StubServer other =
                        StubServer.start(StubServer.text(302, "text/html", "", "Location: " + server.uri("/")))) {
            Web web = PublicWeb.only("tester/1", noPause(), server.uri("/search"), Map.of("X-Key", "k"));

            assertThat(web.get(server.uri("/search?q=a")).body()).isEqualTo("{}");
            assertThat(server.requests().get(0).headers()).containsEntry("x-key", "k");
            assertThatThrownBy(() -> web.get(other.uri("/"))).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> web.get(URI.create("http://www.acme.test/")))
                    .isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> PublicWeb.only("tester/1", noPause(), other.uri("/"), Map.of())
                            .get(other.uri("/")))
                    .hasMessageContaining("redirects");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'text/html; charset=iso-8859-1', caf\u00e9, ISO-8859-1",
                "'text/html; charset=\"utf-8\"', caf\u00e9, UTF-8",
                "'text/html; charset=nonsense', caf\u00e9, UTF-8",
                "text/html, caf\u00e9, windows-1252",
                "text/html, '<meta charset=shift_jis>日本', Shift_JIS",
                "text/html, '\ufeffcaf\u00e9', UTF-16LE"
            })
    void bodiesAreReadInTheirEncoding(String type, String text, String charset) throws IOException {
        byte[] bytes = text.getBytes(charset);
        try (StubServer server = StubServer.start((request, out) -> StubServer.send(out, 200, type, bytes))) {
            assertThat(new FakeNetwork(server).web(Limits.PAGES).get(PAGE).body())
                    .isEqualTo(text.replace("\ufeff", ""));
        }
    }
}
