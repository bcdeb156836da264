package dev.segmentation.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** The words that names are made of: real ones from {@code rules}, typical ones from {@code src/bench/words}. */
final class WordBank {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TOWN = Pattern.compile("(?i)(?:city|town|village|borough) of ([\\p{L} ]{3,24})");

    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<String> listed = new ArrayList<>();
    private final List<String> institutions = new ArrayList<>();
    private final List<String> chains;
    private final LetterChain coined;
    private final LegalForms forms;

    WordBank(Path rules, Path words) {
        forms = new LegalForms(Tables.rows(words.resolve("forms.csv")));
        for (CSVRecord row : Tables.rows(words.resolve("words.csv"))) {
            groups.put(row.get("Group"), Arrays.asList(row.get("Words").split(";")));
        }
        Path entities = rules.resolve("entities");
        listed.addAll(names(entities, "listed-companies.csv"));
        for (String file : List.of("hospitals", "government", "colleges", "universities", "schools-k12")) {
            institutions.addAll(names(entities, file + ".csv"));
        }
        chains = names(entities, "chains.csv");
        groups.put("given", column(rules.resolve("names/given-names.csv"), "Given Name"));
        Set<String> towns = new LinkedHashSet<>(column(rules.resolve("names/places.csv"), "Place"));
        institutions.forEach(name -> addTown(name, towns));
        groups.put("town", List.copyOf(towns));
        Set<String> leads = new LinkedHashSet<>();
        List<String> tails = new ArrayList<>();
        listed.forEach(name -> addWords(upper(forms.split(name).core()), leads, tails));
        groups.put("lead", List.copyOf(leads));
        groups.put("tail", tails);
        coined = new LetterChain(sounds(leads, towns));
    }

    private List<String> sounds(Set<String> leads, Set<String> towns) {
        List<String> sounds = new ArrayList<>(groups.get("surname"));
        leads.stream().filter(w -> w.matches("[A-Z]{4,11}")).forEach(sounds::add);
        towns.stream().filter(w -> w.matches("[A-Z]{4,11}")).forEach(sounds::add);
        return sounds;
    }

    private static List<String> names(Path folder, String file) {
        return column(folder.resolve(file), "Name");
    }

    private static List<String> column(Path file, String column) {
        return Tables.rows(file).stream().map(row -> row.get(column).strip()).toList();
    }

    private static void addTown(String name, Set<String> towns) {
        Matcher matcher = TOWN.matcher(name);
        if (matcher.matches()) {
            towns.add(upper(matcher.group(1).strip()));
        }
    }

    /** The first word of a real name may lead another name, its last two may end one. */
    private static void addWords(String core, Set<String> leads, List<String> tails) {
        String[] words = core.split("\\s+", -1);
        if (words.length > 1 && words[0].matches("[A-Z]{3,}")) {
            leads.add(words[0]);
            int from = words.length == 2 ? 1 : words.length - 2;
            String tail = String.join(" ", Arrays.copyOfRange(words, from, words.length));
            if (tail.matches("[A-Z&][A-Z &]+")) {
                tails.add(tail);
            }
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Fills every slot of a pattern but the number of a series. */
    String fill(String pattern, Random random) {
        return SLOT.matcher(pattern)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        slot.group(1).equals("n") ? slot.group() : word(slot.group(1), random)));
    }

    /** A word or phrase of that group. */
    String word(String group, Random random) {
        return switch (group) {
            case "coined" -> coined.word(random);
            case "initial" -> String.valueOf((char) ('A' + random.nextInt(26)));
            case "house" -> Integer.toString(100 + random.nextInt(9900));
            case "surname" -> random.nextInt(3) == 0 ? coined.word(random) : skewed(group, random);
            case "tail", "lead", "department" -> Weighted.any(groups.get(group), random);
            default -> skewed(group, random);
        };
    }

    private String skewed(String group, Random random) {
        return Weighted.skewed(groups.get(group), random);
    }

    /** The names of real listed companies in an order that the random numbers give. */
    List<String> listed(Random random) {
        return shuffled(listed, random);
    }

    /** The names of real institutions in an order that the random numbers give. */
    List<String> institutions(Random random) {
        return shuffled(institutions, random);
    }

    /** The names of chains in an order that the random numbers give. */
    List<String> chains(Random random) {
        return shuffled(chains, random);
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    LegalForms forms() {
        return forms;
    }
}
