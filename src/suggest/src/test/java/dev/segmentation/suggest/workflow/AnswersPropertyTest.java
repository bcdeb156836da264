package dev.segmentation.suggest.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableWriter;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever people accept and reject, taking it all back leaves every governance file as it was, byte for byte. */
class AnswersPropertyTest {
    private static final int MASTERS = 8;
    private static final List<String> FILES =
            List.of(GovernanceFiles.SEGMENTS, GovernanceFiles.WEBSITES, GovernanceFiles.REJECTIONS);

    private static Path folder;
    private static RunSettings settings;

    @BeforeContainer
    static void oneRun() throws IOException {
        folder = Files.createTempDirectory("answers");
        List<String> customers = new ArrayList<>(List.of("Customer Key,Customer Name"));
        for (int i = 0; i < MASTERS; i++) {
            customers.add(i + "," + "QUORVAX ZEPPERIN BRINDLE TALLOW KRINST MERVOLD ASTRUMB OGGLETH".split(" ")[i]);
        }
        Folders.write(folder.resolve("input").resolve(RunSettings.CUSTOMER_FILE), customers);
        TestRun run = new TestRun(folder.resolve("input"), folder.resolve("output"));
        run.execute(RunScope.ALL);
        settings = run.settings();
        decided();
        suggested(MasterMap.read(settings.output().resolve(MasterMap.FILE), note -> {}));
    }

    @AfterContainer
    static void clear() throws IOException {
        for (String file : Folders.files(folder).keySet()) {
            Files.delete(folder.resolve(file));
        }
    }

    /** Files as people leave them: comments, other line ends, columns of their own, decisions that wait. */
    private static void decided() throws IOException {
        Path input = settings.input();
        Files.writeString(
                input.resolve(GovernanceFiles.SEGMENTS),
                "\uFEFFMine," + String.join(",", SegmentColumns.ALL) + "\r\n# kept\r\n"
                        + "x,QUORVAX,,Utilities,,,,,,Queued,Batch-1,,2026-01-01,,\r\n"
                        + ",ZEPPERIN,,Utilities,,,,,,Final,Manual,,2026-01-01,\"two\r\nlines\",\r\n");
        Files.writeString(
                input.resolve(GovernanceFiles.WEBSITES),
                SegmentColumns.CANONICAL + ";" + SegmentColumns.WEBSITE + "\nKRINST;krinst.example\n");
        Files.writeString(
                input.resolve(GovernanceFiles.REJECTIONS),
                String.join(",", GovernanceColumns.of(GovernanceFiles.REJECTIONS)) + "\n# none yet\n");
    }

    private static void suggested(MasterMap map) throws IOException {
        try (TableWriter groups = new TableWriter(
                        settings.output().resolve(SuggestionFiles.GROUPS),
                        CsvProfile.PLAIN,
                        SuggestionFiles.GROUP_COLUMNS);
                TableWriter websites = new TableWriter(
                        settings.output().resolve(SuggestionFiles.WEBSITES),
                        CsvProfile.PLAIN,
                        SuggestionFiles.WEBSITE_COLUMNS)) {
            int rank = 0;
            for (MasterCustomer master : map.masters()) {
                rank++;
                Map<String, String> cells = new TreeMap<>(Map.of(
                        SuggestionFiles.RANK,
                        "" + rank,
                        SuggestionFiles.CANONICAL,
                        master.canonical(),
                        SuggestionFiles.ID,
                        master.id(),
                        SuggestionFiles.GROUP,
                        "Construction",
                        SuggestionFiles.PROBABILITY,
                        "0." + rank,
                        SuggestionFiles.SECOND_GROUP,
                        "Utilities",
                        SuggestionFiles.SECOND_PROBABILITY,
                        "0.05",
                        SuggestionFiles.EVIDENCE,
                        "e",
                        SuggestionFiles.WEBSITE,
                        "host" + rank + ".example",
                        SuggestionFiles.SCORE,
                        "0.5"));
                groups.row(row(SuggestionFiles.GROUP_COLUMNS, cells));
                websites.row(row(SuggestionFiles.WEBSITE_COLUMNS, cells));
            }
        }
    }

    private static String[] row(List<String> columns, Map<String, String> cells) {
        return columns.stream().map(column -> cells.getOrDefault(column, "")).toArray(String[]::new);
    }

    @Property(tries = 25)
    void takingBackWhatWasAnsweredLeavesEveryByteAsItWas(@ForAll Random random) {
        Map<String, String> before = governance();
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String transaction = answer(random);
            if (!transaction.isEmpty()) {
                done.add(transaction);
            }
        }
        assertThat(governance().equals(before)).isEqualTo(done.isEmpty());
        Collections.shuffle(done, random);
        GovernanceStore store = store();
        for (String transaction : done) {
            assertThat(store.undo(transaction, new Origin("kim", "undo", "")).refused())
                    .isEmpty();
        }
        assertThat(governance()).isEqualTo(before);
    }

    private static GovernanceStore store() {
        return new GovernanceStore(settings.input(), StandardCharsets.UTF_8, Golden.CLOCK);
    }

    private static String answer(Random random) {
        SuggestionKind kind = random.nextInt(3) == 0 ? SuggestionKind.WEBSITE : SuggestionKind.GROUP;
        Suggestions suggestions = Suggestions.read(settings, kind, note -> {});
        List<SuggestionPick> picks = new ArrayList<>();
        for (int rank = 1; rank <= MASTERS; rank++) {
            if (random.nextInt(3) == 0) {
                int place = kind == SuggestionKind.GROUP && random.nextBoolean() ? 2 : 1;
                picks.add(new SuggestionPick(rank, place));
            }
        }
        if (random.nextBoolean()) {
            return new SuggestionReview(suggestions, settings, store(), note -> {})
                    .reject(picks, "no", Origin.of("kim", ""), false)
                    .transaction();
        }
        Optional<IndustrialGroup> chosen = kind == SuggestionKind.GROUP && random.nextInt(4) == 0
                ? Optional.of(IndustrialGroup.MANUFACTURING)
                : Optional.empty();
        return new SuggestionReview(suggestions, settings, store(), note -> {})
                .accept(picks, chosen, random.nextBoolean(), Origin.of("kim", ""), false)
                .transaction();
    }

    private static Map<String, String> governance() {
        Map<String, String> files = Folders.files(settings.input());
        files.keySet().retainAll(FILES);
        return files;
    }
}
