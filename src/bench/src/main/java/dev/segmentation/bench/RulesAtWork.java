package dev.segmentation.bench;

import dev.segmentation.compare.ChangePage;
import dev.segmentation.compare.PreviewReport;
import dev.segmentation.compare.RulePreview;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.rules.check.ActiveRules;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.run.MasterBase;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What it takes to publish a change of the rules: a reload after an edit of a term table and of a DRL file, with all checks
 * and cases, and a preview over all masters of a list. In one process, as the service does it.
 */
public final class RulesAtWork {
    private static final String TERMS = "groups/construction/terms.csv";
    private static final String DRL = "groups/construction/rules.drl";

    private final Path work;
    private final RulesCache cache;

    private RulesAtWork(Path work) {
        this.work = work;
        this.cache = new RulesCache(work.resolve("cache"), "bench");
    }

    /** Arguments: {@code reload [ROUNDS]} or {@code preview CUSTOMERS [ROUNDS]}. */
    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        RulesAtWork bench = new RulesAtWork(Files.createTempDirectory(Path.of("target/bench"), "rules"));
        int rounds = Integer.parseInt(args[args.length - 1].matches("\\d+") ? args[args.length - 1] : "7");
        if (args[0].equals("reload")) {
            bench.reload(rounds);
        } else {
            bench.preview(Path.of(args[1]), rounds);
        }
    }

    private void reload(int rounds) throws IOException {
        Path rules = copy("rules");
        ActiveRules active = ActiveRules.load(rules, cache);
        List<Double> terms = new ArrayList<>();
        List<Double> drl = new ArrayList<>();
        String table = Files.readString(rules.resolve(TERMS));
        String text = Files.readString(rules.resolve(DRL));
        for (int i = 0; i < rounds; i++) {
            Files.writeString(
                    rules.resolve(TERMS),
                    table + "CON-99" + (10 + i) + ",EDIT NUMBER " + i + ",words,Heuristic,Contractor,236220,,,\n");
            terms.add(timed(active));
        }
        Files.writeString(rules.resolve(TERMS), table);
        timed(active);
        for (int i = 0; i < rounds; i++) {
            Files.writeString(rules.resolve(DRL), text.replaceFirst("rule \"(CON-\\d+) ", "rule \"$1 Edit " + i + " "));
            drl.add(timed(active));
        }
        print("reload after an edit of a term table: %s", told(terms));
        print("reload after an edit of a DRL file:   %s", told(drl));
    }

    private static double timed(ActiveRules active) {
        long start = System.nanoTime();
        RuleCheck.Result reload = active.reload();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!reload.passed()) {
            throw new IllegalStateException(reload.errors().toString());
        }
        return seconds;
    }

    private void preview(Path customers, int rounds) throws IOException {
        Path rules = copy("rules");
        RunSettings settings = new RunSettings(
                customers.getParent(),
                customers,
                work.resolve("output"),
                rules,
                StandardCharsets.UTF_8,
                CsvProfile.PLAIN,
                Runtime.getRuntime().availableProcessors(),
                DedupeOptions.NONE,
                cache,
                0);
        new SegmentationRun(settings, Clock.systemUTC(), Progress.NONE).execute(RunScope.ALL);
        RuleCatalog now = RuleCatalog.load(rules, cache);
        Files.writeString(
                rules.resolve(TERMS),
                Files.readString(rules.resolve(TERMS)) + "CON-9910,GROUP,suffix,Heuristic,Contractor,236220,,,\n");
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            RuleCatalog then = RuleCatalog.load(rules, cache, now);
            MasterBase base = MasterBase.load(settings, now.parser(), note -> {});
            PreviewReport report = compare(base, now, then);
            cold.add((System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            compare(base, now, RuleCatalog.load(rules, cache, now));
            warm.add((System.nanoTime() - start) / 1e9);
            if (i == 0) {
                print(
                        "%,d masters, %,d would get another group",
                        report.masters(), report.flips().size());
            }
        }
        print("preview with the masters read from files:     %s", told(cold));
        print("preview with the masters in memory:           %s", told(warm));
    }

    private static PreviewReport compare(MasterBase base, RuleCatalog now, RuleCatalog then) {
        RulePreview preview = new RulePreview(base, Runtime.getRuntime().availableProcessors(), Progress.NONE);
        PreviewReport report = preview.compare(now, then, List.of());
        if (ChangePage.of(report).isEmpty()) {
            throw new IllegalStateException("no page");
        }
        return report;
    }

    private Path copy(String name) throws IOException {
        Path from = Path.of("rules");
        Path to = work.resolve(name);
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }

    /** First, median, least and most; the first one meets code that is not compiled yet. */
    private static String told(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "first %.2f s, median %.3f s (%.3f to %.3f), %d rounds",
                seconds.get(0),
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
