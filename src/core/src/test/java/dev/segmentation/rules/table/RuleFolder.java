package dev.segmentation.rules.table;

import dev.segmentation.customer.IndustrialGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small rules folder for tests: the shipped engine rules, two groups with a few terms, and what a test adds. */
public final class RuleFolder {
    private static final Path SHIPPED = Path.of("rules");
    private static final String TERMS = "Id,Term,Match,Method,Industry Detail,NAICS,Support Category,Unless,Note\n";

    private final Path folder;

    public RuleFolder(Path folder) {
        this.folder = folder;
        StringBuilder groups = new StringBuilder("Industrial Group,Folder,Id Prefix,Default NAICS,Colour\n");
        groups.append("Public Schools (K–12),schools,PUB,6111,#111111\n");
        groups.append("Utilities,utilities,UTL,221,#222222\n");
        for (IndustrialGroup group : IndustrialGroup.values()) {
            if (group != IndustrialGroup.PUBLIC_SCHOOLS && group != IndustrialGroup.UTILITIES) {
                groups.append(group.label())
                        .append(group == IndustrialGroup.UNKNOWN ? ",,UNK" : ",,GR" + (char) ('A' + group.ordinal()))
                        .append(",,#333333\n");
            }
        }
        write("groups.csv", groups.toString());
        write("names/abbreviations.csv", "Abbreviation,Full\nSCH,SCHOOL\n");
        write("names/legal-forms.csv", "Form,Position\nINC,end\nLLC,end\n");
        copy("common/terms.drl");
        copy("common/fallback.drl");
        copy("governance/decisions.drl");
        terms(
                "schools",
                """
                PUB-001,SCHOOL,words,Rule-Based,School,611110,,DRIVING|FISH,
                PUB-002,HIGH SCHOOL,words,Rule-Based,High School,611110,,,
                PUB-003,ACADEMY,suffix,Heuristic,Academy,,,,
                PUB-004,PTA,whole,Rule-Based,Parents,,,,
                """);
        terms(
                "utilities",
                """
                UTL-001,ELECTRIC,words,Rule-Based,Electric Utility,2211,,,
                UTL-002,SCHOOL POWER,words,Rule-Based,School Power,2211,,,
                UTL-003,CITY OF,prefix,Heuristic,City Utility,,,,
                UTL-004,VERIZON,words,Entity Inference,Telephone,,Telecommunications,,
                """);
        write(
                "common/concepts.csv",
                "Concept,Term,Match,Unless\nsaint,SAINT,words,\nsaint,ST,prefix,\nlaw,LAW,words,\n");
        write(
                "groups/schools/rules.drl",
                """
                package rules.groups.schools;

                import dev.segmentation.rules.Concept;

                rule "PUB-901 A saint's electric school is a school"
                    salience 1000
                when
                    Concept( name == "saint", master.has("ELECTRIC"), $m : master )
                then
                    $m.propose("Public Schools (K-12)", "Saint's School", "", "");
                end

                // leaves a fact of its own, which must go with the master
                rule "PUB-902 A law firm is told by two rules"
                    salience 1000
                when
                    $c : Concept( name == "law" )
                then
                    insertLogical("law of " + $c.getName());
                end

                rule "PUB-903 What was inferred decides"
                    salience 500
                when
                    String( this == "law of law" )
                    Concept( name == "law", $m : master )
                then
                    $m.propose("Financial Services", "Law", "5411", "");
                end
                """);
        write(
                "entities/register.csv",
                "Name,Industrial Group,Industry Detail,NAICS,Source\n"
                        + "Zeta Electric Inc,Manufacturing,Motors,335312,register\n"
                        + "Omega,Construction,Builder,236220,register\n");
    }

    public Path path() {
        return folder;
    }

    public RuleFolder terms(String group, String rows) {
        return write("groups/" + group + "/terms.csv", TERMS + rows);
    }

    public RuleFolder write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String name) {
        try {
            write(name, Files.readString(SHIPPED.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
