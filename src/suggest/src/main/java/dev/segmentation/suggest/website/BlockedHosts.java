package dev.segmentation.suggest.website;

import dev.segmentation.customer.Host;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Hosts that are no company's own website: directories, social networks, shops of others, site builders, parking. */
public final class BlockedHosts {
    /** Name of the table within {@code rules/websites}. */
    public static final String FILE = "blocked-hosts.csv";

    private static final TableSpec SPEC = TableSpec.of("Host", "Why");

    private final Map<String, String> why = new HashMap<>();

    /** Reads the table; an absent one blocks nothing. */
    public BlockedHosts(Path folder, Consumer<RowError> errors) {
        Path file = folder.resolve(FILE);
        TableReader.readIfPresent(file, SPEC, row -> add(row, errors), errors);
    }

    private void add(Row row, Consumer<RowError> errors) {
        Optional<String> host = Host.bare(row.get("Host"));
        if (host.isEmpty()) {
            errors.accept(row.error("Host", "no host", "Write a bare host such as example.com."));
        } else if (row.get("Why").isEmpty()) {
            errors.accept(row.error("Why", "no reason", "Say what the host is, such as directory."));
        } else {
            why.put(host.get(), row.get("Why"));
        }
    }

    /** Why a host, or one that it lies below, is no company's own; empty if it may be one's. */
    public Optional<String> why(String host) {
        for (String part = host; !part.isEmpty(); part = behindDot(part)) {
            String reason = why.get(part);
            if (reason != null) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private static String behindDot(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }
}
