package dev.segmentation.suggest.network;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A web of recorded pages; what is not recorded cannot be reached. */
public final class FakeWeb implements Web {
    private final Map<String, Answer> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private IOException fault;

    /** Records the first page of a host. */
    public FakeWeb page(String host, String html) {
        return answer(host, "https://" + host + "/", 200, "text/html", html);
    }

    /** Records what comes back for the first page of a host. */
    public FakeWeb answer(String host, String endsAt, int status, String type, String body) {
        pages.put("https://" + host + "/", new Answer(URI.create(endsAt), status, type, body));
        return this;
    }

    /** From now on every request fails so; {@code null} ends that. */
    public FakeWeb failing(IOException now) {
        fault = now;
        return this;
    }

    /** What was asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Answer get(URI address) throws IOException {
        asked.add(address.toString());
        if (fault != null) {
            throw fault;
        }
        Answer answer = pages.get(address.toString());
        if (answer == null) {
            throw new IOException(address + " cannot be reached");
        }
        return answer;
    }
}
