/**
 * Excel workbooks read as tables, bounded in size and depth before anything is parsed.
 * The only user of Apache POI.
 */
package dev.segmentation.table.excel;
