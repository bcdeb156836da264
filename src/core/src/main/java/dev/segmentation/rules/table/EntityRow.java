package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;

/**
 * A known organisation.
 *
 * @param name as the register writes it
 */
public record EntityRow(String name, Classification classification, String source, String file, int line) {}
