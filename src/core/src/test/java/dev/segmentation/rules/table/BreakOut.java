package dev.segmentation.rules.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One attempt of the corpus under {@code src/testkit/src/main/resources/break-out}.
 *
 * @param kind where the payload goes
 * @param payload what tries to run
 * @param control whether it does run without the guard
 */
public record BreakOut(String kind, String payload, boolean control) {
    static final Path CORPUS = Path.of("src/testkit/src/main/resources/break-out");
    private static final String DRL =
            """
            package {package};

            import dev.segmentation.rules.Concept;
            import dev.segmentation.rules.Master;
            {import}
            {head}
            rule "PUB-950 {name}"
                salience 1000
                {attribute}
            when
                $c : Concept( name == "law", {when} $m : master )
                {pattern}
            then
                {then}
                $m.propose("Public Schools (K-12)", "Broken", "", "");
            end
            """;
    private static final List<List<String>> TABLE = List.of(
            List.of("RuleSet", "rules.attack"),
            List.of("Import", "dev.segmentation.rules.Concept, dev.segmentation.rules.Master"),
            List.of("Notes", "something"),
            List.of("RuleTable attack"),
            List.of("NAME", "PRIORITY", "CONDITION", "CONDITION", "ACTION"),
            List.of("", "", "Concept...", "Concept...", ""),
            List.of(
                    "",
                    "",
                    "name == \"$param\", $m : master",
                    "master.words() < $param",
                    "$m.propose(\"Public Schools (K-12)\", \"$param\", \"\", \"\");"),
            List.of("Rule", "Salience", "Concept", "Words", "Detail"),
            List.of("PUB-960 A law firm", "1000", "law", "9", "Law"));

    static Stream<BreakOut> code() {
        return lines("code.txt").map(line -> {
            int bar = line.indexOf('|');
            boolean control = line.startsWith("!");
            return new BreakOut(
                    line.substring(control ? 1 : 0, bar).strip(),
                    line.substring(bar + 1).strip(),
                    control);
        });
    }

    static Stream<String> data() {
        return lines("data.txt").map(line -> line.replace("{touch}", "dev.segmentation.rules.Canary.touch()"));
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(CORPUS.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replace('⏎', '\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTable() {
        return kind.startsWith("table");
    }

    /** The file that the attempt adds to the rules. */
    String file() {
        return isTable() ? "groups/schools/attack.drl.csv" : "groups/schools/attack.drl";
    }

    /** Its text. */
    String text() {
        return isTable() ? csv(cells()) : drl();
    }

    private String drl() {
        String text = DRL.replace("{" + kind + "}", payload).replace("{package}", "rules.attack");
        for (String place : List.of("import", "head", "name", "attribute", "when", "pattern", "then")) {
            text = text.replace("{" + place + "}", "");
        }
        return text;
    }

    private List<List<String>> cells() {
        String[] place = kind.split(" ");
        int row = Integer.parseInt(place[1]) - 1;
        int column = Integer.parseInt(place[2]) - 1;
        List<List<String>> cells = new ArrayList<>();
        TABLE.forEach(r -> cells.add(new ArrayList<>(r)));
        while (cells.size() <= row) {
            cells.add(new ArrayList<>());
        }
        while (cells.get(row).size() <= column) {
            cells.get(row).add("");
        }
        cells.get(row).set(column, payload);
        return cells;
    }

    public static String csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join(",", row.stream().map(BreakOut::quoted).toList()))
                    .append('\n');
        }
        return text.toString();
    }

    static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** The sound table that attempts change. */
    public static List<List<String>> table() {
        return TABLE;
    }

    @Override
    public String toString() {
        return (kind + " | " + payload).replace('\n', '⏎').toLowerCase(Locale.ROOT);
    }
}
