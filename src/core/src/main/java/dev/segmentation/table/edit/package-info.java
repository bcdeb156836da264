/**
 * Tables that are changed in place: rows are added, changed and taken away, and every byte that nobody touched stays as it was.
 * Used for the files in which people keep their decisions.
 */
package dev.segmentation.table.edit;
