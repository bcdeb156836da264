package dev.segmentation.suggest.workflow;

import dev.segmentation.table.TableSpec;
import java.util.List;

/** What is suggested. */
public enum SuggestionKind {
    GROUP("group", SuggestionFiles.GROUPS, SuggestionFiles.GROUP_COLUMNS, SuggestionFiles.GROUP_SPEC, "suggest"),
    WEBSITE(
            "website",
            SuggestionFiles.WEBSITES,
            SuggestionFiles.WEBSITE_COLUMNS,
            SuggestionFiles.WEBSITE_SPEC,
            "suggest-websites");

    private final String label;
    private final String file;
    private final List<String> columns;
    private final TableSpec spec;
    private final String command;

    SuggestionKind(String label, String file, List<String> columns, TableSpec spec, String command) {
        this.label = label;
        this.file = file;
        this.columns = columns;
        this.spec = spec;
        this.command = command;
    }

    /** The word that stands in {@code SuggestionRejections.csv}. */
    public String label() {
        return label;
    }

    /** Name of the file of such suggestions in the output folder. */
    public String file() {
        return file;
    }

    /** The command that writes it. */
    public String command() {
        return command;
    }

    List<String> columns() {
        return columns;
    }

    TableSpec spec() {
        return spec;
    }
}
