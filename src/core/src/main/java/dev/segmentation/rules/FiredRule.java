package dev.segmentation.rules;

import dev.segmentation.rules.table.Band;

/**
 * What a rule says of itself.
 *
 * @param sentence the rest of its name
 * @param file the DRL file or Drools table it stands in, from the rules folder on
 */
public record FiredRule(String id, String sentence, Band band, String file, long line) {

    /** File and line. */
    public String place() {
        return file + ":" + line;
    }
}
