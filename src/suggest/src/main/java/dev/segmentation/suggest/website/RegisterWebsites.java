package dev.segmentation.suggest.website;

import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Websites that the open registers on this machine know. Where two hosts are about as likely there is none: the name alone
 * cannot settle it. Safe for use by many threads.
 */
public final class RegisterWebsites implements WebsiteSource {

    /** A trade name is another name of the same customer, and less sure. */
    private static final double TRADE_NAME = 0.9;

    /** So many spellings are looked up; the rarer ones hardly add anything. */
    private static final int SPELLINGS = 12;

    private final RegisterIndex index;
    private final NameReader reader;
    private final RegisterMatch match;
    private final Map<RegisterRow, NameReading> readings = Collections.synchronizedMap(new IdentityHashMap<>());

    private RegisterWebsites(RegisterIndex index, NameTables tables, CommonNames common, States states) {
        this.index = index;
        this.reader = new NameReader(new NameParser(tables), tables, states);
        this.match =
                new RegisterMatch(tables, common, index::count, new PublicPlaces(index.rows(), index::words), states);
    }

    /** Reads the registers below the folder of rules; errors receive the rows that cannot be used. */
    public static RegisterWebsites read(
            Path rules, NameTables tables, BlockedHosts blocked, Consumer<RowError> errors) {
        Path names = rules.resolve("names");
        RegisterIndex index = new RegisterIndex(RegisterRow.read(rules.resolve("websites"), blocked, errors), tables);
        return new RegisterWebsites(index, tables, new CommonNames(names, tables, errors), new States(names, errors));
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) {
        List<WebsiteCandidate> found = new ArrayList<>();
        master.spellings().stream().limit(SPELLINGS).forEach(spelling -> found.addAll(of(spelling)));
        return uncontested(found);
    }

    /** The website of the organisation of that name, none if it is unknown or several may be meant. */
    List<WebsiteCandidate> of(String name) {
        List<NameReading> ways = reader.readings(name);
        List<WebsiteCandidate> found = new ArrayList<>();
        Set<String> common = new HashSet<>();
        for (NameReading way : ways) {
            matches(way, found, common);
        }
        if (found.isEmpty() && !ways.isEmpty() && !ways.get(0).parsed().alias().isEmpty()) {
            of(ways.get(0).parsed().alias()).forEach(one -> found.add(tradeName(one)));
        }
        return uncontested(found).stream()
                .filter(one -> !common.contains(one.host()))
                .toList();
    }

    /** Adds what is found, and the hosts that the name is too common for. */
    private void matches(NameReading way, List<WebsiteCandidate> found, Set<String> common) {
        Set<String> words = new LinkedHashSet<>(way.words());
        words.addAll(index.words(way.parsed().canonical()));
        List<RegisterRow> near = index.near(words);
        boolean campuses = near.stream().anyMatch(row -> row.american() && campus(way, row));
        for (RegisterRow row : near) {
            match.of(way, listed(row), row, common).ifPresent(candidate -> {
                found.add(candidate);
                if (campuses && row.kind() == RegisterRow.Kind.ACADEMIC && !row.american()) {
                    common.add(candidate.host());
                }
            });
        }
    }

    /** Whether it is a school whose name goes on behind the one that is billed. */
    private boolean campus(NameReading way, RegisterRow row) {
        List<String> own = way.words();
        return row.kind() == RegisterRow.Kind.ACADEMIC
                && listed(row).words().size() > own.size()
                && listed(row).words().subList(0, own.size()).equals(own);
    }

    private NameReading listed(RegisterRow row) {
        NameReading listed = readings.get(row);
        if (listed == null) {
            listed = reader.listed(row);
            readings.put(row, listed);
        }
        return listed;
    }

    private static WebsiteCandidate tradeName(WebsiteCandidate one) {
        List<String> reasons = new ArrayList<>(one.reasons());
        reasons.add("found by its trade name");
        return new WebsiteCandidate(one.host(), one.score() * TRADE_NAME, reasons, one.evidence());
    }

    /** The best of each host, if no other host is about as good as the best. */
    private static List<WebsiteCandidate> uncontested(List<WebsiteCandidate> found) {
        Map<String, WebsiteCandidate> best = new LinkedHashMap<>();
        found.stream().sorted(WebsiteChoice.BEST_FIRST).forEach(one -> best.putIfAbsent(one.host(), one));
        return WebsiteChoice.uncontested(best.values()).stream().toList();
    }
}
