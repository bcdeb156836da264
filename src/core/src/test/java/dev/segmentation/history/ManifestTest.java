package dev.segmentation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.run.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    @TempDir
    private Path folder;

    private Path rules;
    private Path output;

    @BeforeEach
    void rules() {
        rules = folder.resolve("rules");
        output = folder.resolve("output");
        Folders.copy(Golden.RULES, rules);
    }

    private TestRun run(int seconds) {
        return new TestRun(Golden.FOLDER.resolve("people/input"), output)
                .rules(rules)
                .later(seconds);
    }

    private String rulesOfTheLastRun() {
        return Folders.files(output)
                .get("manifest.json")
                .lines()
                .filter(line -> line.contains("\"rules\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesTheRulesThatWereUsedWhateverIsPublishedMeanwhile() {
        run(0).execute(RunScope.ALL);
        String before = rulesOfTheLastRun();
        run(5).meanwhile(() -> Folders.write(rules.resolve("common/more.csv"), List.of("Name")))
                .execute(RunScope.ALL);
        assertThat(rulesOfTheLastRun()).isEqualTo(before);

        run(10).execute(RunScope.CLASSIFY);

        assertThat(rulesOfTheLastRun()).isNotEqualTo(before);
    }

    @Test
    void whatIsHiddenIsNoPartOfTheRules() {
        run(0).execute(RunScope.ALL);
        String before = rulesOfTheLastRun();
        Folders.write(rules.resolve(".git/x.csv"), List.of("x"));
        Folders.write(rules.resolve(".published"), List.of("V000001"));

        run(5).execute(RunScope.CLASSIFY);

        assertThat(rulesOfTheLastRun()).isEqualTo(before);
    }
}
