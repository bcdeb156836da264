package dev.segmentation.suggest.website;

import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.text.WordLikeness;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How alike the name of a master and a name that a stranger uses are. Safe for use by many threads. */
public final class NameLikeness {
    /** A name that goes on, or breaks off, behind two words or more. */
    private static final double LONGER = 0.8;

    /** Words that are common count as if they stood in so many names. */
    private static final int OFTEN = 1000;

    private final CommonNames common;
    private final NameReader reader;
    private final NameAlignment alignment;

    /** Reads what it needs to know of names. */
    public NameLikeness(Path folder, NameTables tables, Consumer<RowError> errors) {
        this.common = new CommonNames(folder, tables, errors);
        this.reader = new NameReader(new NameParser(tables), tables, new States(folder, errors));
        this.alignment = new NameAlignment(
                new WordLikeness(tables, common::contains), word -> common.contains(word) ? OFTEN : 1);
    }

    /** The ways to read a billed name, as words in Latin letters; none for persons and placeholders. */
    public List<List<String>> words(String billed) {
        return reader.readings(billed).stream().map(NameReading::words).toList();
    }

    /** Whether many companies may have that name. */
    public boolean common(String billed) {
        return common.contains(reader.plain(billed).parsed().key());
    }

    /** 1 for the same name, 0 for another one. */
    public double of(String billed, String found) {
        NameReading other = reader.plain(found);
        double best = 0;
        for (NameReading own : reader.readings(billed)) {
            double score = alignment.of(own, other, new ArrayList<>());
            best = Math.max(best, score > 0 ? score : begins(own.words(), other.words()) ? LONGER : 0);
        }
        return best;
    }

    private static boolean begins(List<String> a, List<String> b) {
        List<String> shorter = a.size() < b.size() ? a : b;
        List<String> longer = a.size() < b.size() ? b : a;
        return shorter.size() > 1 && longer.subList(0, shorter.size()).equals(shorter);
    }
}
