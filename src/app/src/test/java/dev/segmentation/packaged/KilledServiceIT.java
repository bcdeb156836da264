package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.Soak;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the service while many people decide: what was acknowledged stands in the file and in the journal after the next start. */
class KilledServiceIT {
    private static final int PEOPLE = Soak.on() ? 50 : 10;
    private static final int KILLS = Soak.on() ? 20 : 2;
    private static final int DECISIONS = Soak.on() ? 10_000 : 120;
    private static final int MASTERS = Soak.on() ? 1000 : 50;
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    private Path temp;

    private Path input;

    @Test
    void acknowledgedDecisionsSurviveKills() throws IOException, InterruptedException {
        List<String> masters = masters();
        DecidingPeople people = new DecidingPeople(masters, PEOPLE);
        Random random = new Random(20261125);
        long busy = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int port = Listening.freePort();
            Process service = start(port);
            people.ready(service, port);
            int until = DECISIONS / KILLS * kill + random.nextInt(PEOPLE);
            long begin = System.nanoTime();
            people.decide(port, until, PATIENCE_SECONDS);
            service.destroyForcibly();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            people.home();
            busy += System.nanoTime() - begin;
            System.out.printf(
                    "kill %d: %d decisions acknowledged so far, %d cut off%n",
                    kill, people.acknowledged().size(), people.cutOff());
        }
        int port = Listening.freePort();
        Process service = start(port);
        try {
            people.ready(service, port);
            people.decideOnce(port); // completes what the last kill left
            assertKept(people);
        } finally {
            service.destroy();
            service.waitFor(30, TimeUnit.SECONDS);
        }
        System.out.printf(
                "%d decisions of %d people in %.1f s, %d kills%n",
                people.acknowledged().size(), PEOPLE, busy / 1e9, KILLS);
    }

    /** The last decision about each master is the last acknowledged one, or one whose answer a kill cut off. */
    private void assertKept(DecidingPeople people) {
        DecisionJournal journal = new DecisionJournal(input);
        assertThat(journal.verify().ok()).as(journal.verify().problem()).isTrue();
        Set<String> journaled = new TreeSet<>();
        Map<String, String> last = new HashMap<>();
        journal.read(note -> {}).forEach(transaction -> {
            for (Change change : transaction.effective()) {
                journaled.add(change.after().get("Reason"));
                last.put(change.after().get("Master Id"), change.after().get("Reason"));
            }
        });
        assertThat(journaled).containsAll(people.acknowledged());
        assertThat(people.acknowledged().size()).isGreaterThanOrEqualTo(DECISIONS);
        assertThat(last).hasSizeGreaterThan(PEOPLE);
        String file = String.join("\n", Folders.lines(input.resolve("MasterSegmentationOverrides.csv"))) + "\n";
        last.forEach((master, reason) ->
                assertThat(file).contains("," + master + ",").contains("," + reason));
        people.lastAcknowledged().forEach((master, reason) -> assertThat(last.get(master))
                .as(master)
                .matches(now ->
                        now.equals(reason) || people.sentAfter(master, reason).contains(now)));
    }

    private List<String> masters() {
        input = temp.resolve("input");
        List<String> customers = new ArrayList<>(
                List.of("Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)"));
        Random random = new Random(1);
        for (int i = 0; i < MASTERS; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                name.append((char) ('A' + random.nextInt(26)));
            }
            customers.add(i + ",N" + i + "," + name + ",ERP,2026-01-01");
        }
        Folders.write(input.resolve("CustomerLastBillingDate.csv"), customers);
        new TestRun(input, temp.resolve("output")).execute(RunScope.ALL);
        return Folders.lines(temp.resolve("output/CustomerMasterMap.csv")).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .distinct()
                .toList();
    }

    private Process start(int port) {
        return Program.jar(
                        temp.resolve("service"),
                        "serve",
                        "--port",
                        port,
                        "--input",
                        input,
                        "--output",
                        temp.resolve("output"),
                        "--rules",
                        Golden.RULES)
                .start();
    }
}
