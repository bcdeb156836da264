package dev.segmentation.rules.check;

import dev.segmentation.rules.table.RuleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rules folder in which nothing is wrong: one group in CSV files, one in workbooks, and a case for everything. */
final class SoundRules {
    private final RuleFolder rules;

    SoundRules(Path folder) {
        rules = new RuleFolder(folder.resolve("rules"));
        rules.write(
                "groups/schools/cases.csv",
                """
                Name,Expected Group,Expected Detail,Note
                MAPLE HIGH SCHOOL,Public Schools (K–12),High School,
                MAPLE ACADEMY,Public Schools (K–12),,
                ST ELECTRIC SCHOOL,Public Schools (K–12),Saint's School,
                MAPLE LAW,Financial Services,Law,
                MAPLE SCHOOL,Public Schools (K–12),School,
                PTA,Public Schools (K–12),Parents,
                """);
        rules.write(
                "governance/cases.csv",
                """
                Name,Expected Group,Expected Detail,Decision Kind,Decision Group,Decision Status,Note
                ACME,Construction,,manual,Construction,,
                ACME,Construction,,key,Construction,,
                ACME,Construction,,batch,Construction,Draft,
                ACME,Construction,,batch,Construction,Queued,
                ACME,Unknown / Needs Review,,,,,
                OMEGA,Construction,Builder,,,,
                """);
        rules.write(
                "common/concepts.csv", rules.read("common/concepts.csv").replace("LAW,words,", "LAW,words,@seller"));
        rules.write("common/word-sets.csv", "Set,Word,Note\nseller,SUPPLY,sells to the trade\nseller,STORE,\n");
        try {
            Files.copy(Path.of("rules/common/naics2022.csv"), path().resolve("common/naics2022.csv"));
            Path terms = path().resolve("groups/utilities/terms.csv");
            Workbooks.write(path().resolve("groups/utilities/terms.xlsx"), "Terms", Files.readString(terms));
            Files.delete(terms);
            // as a spreadsheet leaves it behind while the workbook is open
            Files.writeString(path().resolve("groups/utilities/~$terms.xlsx"), "lock");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Workbooks.write(
                path().resolve("groups/utilities/cases.xlsx"),
                "Cases",
                """
                Name,Expected Group,Expected Detail,Note
                VERIZON,Utilities,Telephone
                MAPLE ELECTRIC,Utilities,Electric Utility
                SCHOOL POWER,Utilities,School Power
                CITY OF MAPLE,Utilities,City Utility
                """);
    }

    Path path() {
        return rules.path();
    }
}
