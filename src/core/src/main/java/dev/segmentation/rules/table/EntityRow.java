package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;

/**
 * A known organisation.
 *
 * @param name as the register writes it
 * @param classification its group, detail and NAICS
 * @param source name of the register
 * @param file the table it stands in
 * @param line where it stands there
 */
public record EntityRow(String name, Classification classification, String source, String file, int line) {}
