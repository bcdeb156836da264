package dev.segmentation.rules;

import dev.segmentation.rules.table.EntityRow;

/** A fact: a register lists an organisation of the master's name. */
public final class KnownEntity {
    private final EntityRow row;
    private final Master master;
    private final String nameText;

    public KnownEntity(EntityRow row, Master master, String nameText) {
        this.row = row;
        this.master = master;
        this.nameText = nameText;
    }

    /** Label of the industrial group that the register's kind of organisation belongs to. */
    public String getGroup() {
        return row.classification().group().label();
    }

    /** Name of the register. */
    public String getSource() {
        return row.source();
    }

    /** The master that bears the name. */
    public Master getMaster() {
        return master;
    }

    EntityRow row() {
        return row;
    }

    String why() {
        return nameText + " is \"" + row.name() + "\" in " + row.source() + " (" + row.file() + ":" + row.line() + ")";
    }
}
