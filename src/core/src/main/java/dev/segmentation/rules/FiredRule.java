package dev.segmentation.rules;

import dev.segmentation.rules.table.Band;

/**
 * What a rule says of itself.
 *
 * @param id its id
 * @param sentence the rest of its name
 * @param band the band of its salience
 * @param file the DRL file or Drools table it stands in, from the rules folder on
 * @param line where it begins there
 */
public record FiredRule(String id, String sentence, Band band, String file, long line) {

    /** File and line. */
    public String place() {
        return file + ":" + line;
    }
}
