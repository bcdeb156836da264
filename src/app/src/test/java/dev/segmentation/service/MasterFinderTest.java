package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterFinderTest {
    @TempDir
    private Path folder;

    private static List<MasterInfo> find(
            MasterFinder finder, String text, MasterFinder.Order order, boolean descending) {
        return finder.find(text, master -> true, order, descending);
    }

    private static List<String> names(CurrentRun run, String text, MasterFinder.Order order, boolean descending) {
        return find(run.finder(), text, order, descending).stream()
                .map(MasterInfo::name)
                .toList();
    }

    private CurrentRun run(RunScope scope, int later) {
        new TestRun(Golden.FOLDER.resolve("people/input"), folder).later(later).execute(scope);
        return RunReader.read(folder).orElseThrow();
    }

    @Test
    void everyMasterIsFoundByEveryWordOfEverySpelling() {
        CurrentRun run = run(RunScope.ALL, 0);
        for (MasterInfo master : run.masters()) {
            run.members(master.id()).forEach(member -> {
                String reversed = new StringBuilder(member.name()).reverse().toString();
                String words = String.join(
                        " ",
                        List.of(reversed.split(" ")).stream()
                                .map(word -> new StringBuilder(word).reverse().toString())
                                .toList());
                assertThat(names(run, words.toLowerCase(java.util.Locale.ROOT), MasterFinder.Order.NAME, false))
                        .contains(master.name());
            });
        }
    }

    @Test
    void ordersHoldAllMastersAndTurnRound() {
        CurrentRun run = run(RunScope.ALL, 0);
        for (MasterFinder.Order order : MasterFinder.Order.values()) {
            List<String> up = names(run, null, order, false);
            List<String> down = names(run, null, order, true);
            assertThat(up).hasSize(16).doesNotHaveDuplicates();
            assertThat(down).containsExactlyInAnyOrderElementsOf(up);
            assertThat(down.get(0)).isEqualTo(up.get(15));
        }
    }

    @Test
    void aRunOfTheSameMastersTakesTheIndexOverAndFindsTheSame() {
        CurrentRun first = run(RunScope.ALL, 0);
        first.finder();
        CurrentRun second = run(RunScope.CLASSIFY, 1);
        MasterFinder taken = second.finder(first);
        CurrentRun anew = RunReader.read(folder).orElseThrow();

        for (MasterFinder.Order order : MasterFinder.Order.values()) {
            for (String text : new String[] {null, "group", "2018", "zebra"}) {
                assertThat(find(taken, text, order, false)).isEqualTo(find(anew.finder(), text, order, false));
            }
        }
    }
}
