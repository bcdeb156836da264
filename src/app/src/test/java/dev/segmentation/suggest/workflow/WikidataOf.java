package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.network.Web;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Wikidata as it was recorded for Acme Steel, which here goes by another name; it knows nothing else. All other hosts are not
 * there.
 */
public final class WikidataOf implements Web {
    private static final String NOTHING = "{\"search\":[]}";

    private final String name;
    private final List<String> asked = new ArrayList<>();
    private Fault fault = address -> null;

    /** What goes wrong, if anything. */
    public interface Fault {
        /** The answer instead, {@code null} for the usual one. */
        Answer of(String address) throws IOException;
    }

    /** Knows the steel maker by that name. */
    public WikidataOf(String name) {
        this.name = name;
    }

    /** From now on that goes wrong. */
    public WikidataOf failing(Fault now) {
        fault = now;
        return this;
    }

    /** What was asked for, decoded, in order. */
    public List<String> asked() {
        return asked;
    }

    /** An answer of a service. */
    public static Answer json(int status, String body) {
        return new Answer(URI.create("https://www.wikidata.org/"), status, "application/json", body);
    }

    @Override
    public Answer get(URI address) throws IOException {
        String plain = URLDecoder.decode(address.toString(), StandardCharsets.UTF_8);
        asked.add(plain);
        Answer odd = fault.of(plain);
        if (odd != null) {
            return odd;
        }
        if (!plain.startsWith("https://www.wikidata.org/")) {
            throw new IOException(plain + " cannot be reached");
        }
        if (plain.contains("action=wbsearchentities")) {
            return json(200, plain.endsWith("search=" + name) ? recorded("search") : NOTHING);
        }
        return json(200, recorded(plain.contains("props=labels&") ? "labels" : "entities"));
    }

    /** What was recorded, under the other name. */
    public String recorded(String file) {
        return Folders.read(Path.of("src/testkit/src/main/resources/wikidata", file + ".json"))
                .replace("Acme Steel", name);
    }
}
