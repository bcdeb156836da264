package dev.segmentation.rules;

import dev.segmentation.customer.Method;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Vocabulary;

/** A fact: a term of some group's table, found in a name of the master. */
public final class Term {
    private final TermRow row;
    private final Master master;
    private final Reading reading;
    private final Vocabulary.Found found;

    public Term(TermRow row, Master master, Reading reading, Vocabulary.Found found) {
        this.row = row;
        this.master = master;
        this.reading = reading;
        this.found = found;
    }

    /** Id of the row in the term table. */
    public String getId() {
        return row.id();
    }

    /** Label of the industrial group whose table it stands in. */
    public String getGroup() {
        return row.classification().group().label();
    }

    /** How sure the table says it is. */
    public Method getMethod() {
        return row.method();
    }

    /** The term as the table writes it. */
    public String getText() {
        return row.text();
    }

    /** The master in one of whose names it was found. */
    public Master getMaster() {
        return master;
    }

    TermRow row() {
        return row;
    }

    /** Longer terms weigh more, then those later in the name: the head noun of an English name comes last. */
    int weight() {
        return row.words().size() * 1000 + Math.min(found.start(), 999);
    }

    String why() {
        return "\"" + row.text() + "\"" + row.match().inWords() + " in " + reading.quoted()
                + reading.typos(found.start(), found.end());
    }
}
