package dev.segmentation.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A web server on this machine that answers as badly as a test wants it to. */
public final class StubServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What the server does with a request. */
    @FunctionalInterface
    public interface Behaviour {
        /** Writes the whole answer, heading included. */
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came in; names of headings in lower case. */
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    private StubServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        Thread thread = new Thread(this::accept, "stub-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts a server that speaks plainly. */
    public static StubServer start(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour);
    }

    /** Starts a server whose sockets come from there. */
    public static StubServer start(ServerSocketFactory sockets, Behaviour behaviour) {
        try {
            return new StubServer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer with a body. */
    public static Behaviour text(int status, String type, String body, String... headers) {
        return (request, out) -> send(out, status, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Writes an answer. */
    public static void send(OutputStream out, int status, String type, byte[] body, String... headers)
            throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.write(body);
    }

    /** An answer that never ends: a byte now and then. */
    public static Behaviour drip(String type) {
        return (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_000; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(5);
            }
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread thread = new Thread(() -> serve(client), "stub-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Request request = read(client);
            requests.add(request);
            OutputStream out = client.getOutputStream();
            behaviour.answer(request, out);
            out.flush();
        } catch (IOException | InterruptedException e) {
            // the client went away, as it may
            open.remove(client);
        }
    }

    private static Request read(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = in.readLine();
        if (first == null || first.split(" ").length < 2) {
            throw new IOException("nothing was asked");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = Math.max(0, line.indexOf(':'));
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        int length = 0;
        while (length < body.length) {
            length += in.read(body, length, body.length - length);
        }
        String text = new String(new String(body).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Request(first.split(" ")[0], first.split(" ")[1], headers, text);
    }

    /** Where the server listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    /** Its address with a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** What was asked so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
