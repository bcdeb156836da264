package dev.segmentation.bench;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.output.RunReport;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.GroupChanges;
import dev.segmentation.service.Job;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.service.rules.RuleChanges;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A term edit as the service does it: preview, publication and reclassification of a list that is in memory. */
public final class ServiceAtWork {
    private static final RuleChanges.Editor EDITOR = new RuleChanges.Editor("bench", true);

    private ServiceAtWork() {}

    /** Arguments: {@code service CUSTOMERS [ROUNDS]}. */
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path work = Files.createTempDirectory(Path.of("target/bench"), "service");
        Path customers = Path.of(args[1]);
        copy(Path.of("rules"), work.resolve("rules"));
        Files.createDirectories(work.resolve("input"));
        RunSettings settings = new RunSettings(
                work.resolve("input"),
                customers,
                work.resolve("output"),
                work.resolve("rules"),
                StandardCharsets.UTF_8,
                CsvProfile.PLAIN,
                Runtime.getRuntime().availableProcessors(),
                DedupeOptions.NONE,
                new RulesCache(work.resolve("cache"), "bench"),
                12);
        BlockingQueue<Job.View> ended = new LinkedBlockingQueue<>();
        try (SegmentationService service = new SegmentationService(settings, 50, 20, Clock.systemUTC(), ended::add)) {
            RuleService rules = new RuleService(service, work.resolve("state"), 100, Clock.systemUTC());
            service.run(RunScope.ALL, "bench");
            RunReport report = (RunReport) ended.take().result();
            print("run: %s", report.timings());
            int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
            Iterator<String> words = openWords(service);
            for (int i = 0; i < rounds; i++) {
                while (!round(words.next(), service, rules, ended)) {
                    print("no round: the checks of the rules forbid it");
                }
            }
        }
    }

    /** The first words of most masters that nothing places: what an analyst would write a term about. */
    private static Iterator<String> openWords(SegmentationService service) {
        Map<String, Integer> counts = new HashMap<>();
        service.current().orElseThrow().masters().stream()
                .filter(master -> master.group().equals(IndustrialGroup.UNKNOWN.label()))
                .map(master -> master.canonical().split(" ", 2)[0])
                .filter(word -> word.matches("[A-Z]{4,}"))
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .iterator();
    }

    /** Whether the edit was one that the cases of the rules allow. */
    private static boolean round(
            String word, SegmentationService service, RuleService rules, BlockingQueue<Job.View> ended)
            throws InterruptedException {
        RuleDraft draft = rules.changes().create("Edit " + word, "", EDITOR);
        Map<String, String> row = Map.of("Term", word, "Match", "prefix", "Method", "Heuristic");
        long start = System.nanoTime();
        draft = rules.addTerm(draft.id(), draft.tag(), IndustrialGroup.CONSTRUCTION, row, EDITOR);
        double edit = seconds(start);
        start = System.nanoTime();
        long cpu = cpu();
        rules.previews().preview(draft.id(), EDITOR);
        Job.View job = ended.take();
        double preview = seconds(start);
        double previewCpu = (cpu() - cpu) / 1e9;
        if (job.fault() != null) {
            throw new IllegalStateException(String.valueOf(job), job.fault());
        }
        if (!((DraftPreview) job.result()).passed()) {
            return false;
        }
        String tag = rules.previews().look(draft.id(), "bench").tag();
        start = System.nanoTime();
        cpu = cpu();
        rules.publisher().publish(draft.id(), tag, Origin.of("bench", ""), false);
        double publish = seconds(start);
        double publishCpu = (cpu() - cpu) / 1e9;
        start = System.nanoTime();
        cpu = cpu();
        service.reclassify(Set.of(), "bench");
        job = ended.take();
        double reclassify = seconds(start);
        double reclassifyCpu = (cpu() - cpu) / 1e9;
        if (job.fault() != null) {
            throw job.fault();
        }
        print(
                "edit %.3f s, preview %.3f s (%.3f s of processors), publication %.3f s (%.3f s),"
                        + " reclassification of %d %.3f s (%.3f s), %s: %d changed",
                edit,
                preview,
                previewCpu,
                publish,
                publishCpu,
                ((GroupChanges) job.result()).looked(),
                reclassify,
                reclassifyCpu,
                word,
                ((GroupChanges) job.result()).changed());
        return true;
    }

    private static void copy(Path from, Path to) throws IOException {
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
    }

    /** What all threads of this process used; other programs do not count. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
