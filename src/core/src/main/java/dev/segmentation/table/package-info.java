/**
 * Tables in: CSV as people and billing systems write it, with every row that cannot be used reported by file, line and column.
 * Tables out: rows written in a locked profile, plain for programs or ready for Excel.
 */
package dev.segmentation.table;
