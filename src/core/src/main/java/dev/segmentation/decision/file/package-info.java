/**
 * The governance files: their columns, their rows, and every row that cannot be used reported.
 */
package dev.segmentation.decision.file;
