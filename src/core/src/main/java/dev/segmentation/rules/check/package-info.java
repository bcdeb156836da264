/**
 * Checks of a rules folder, before and after it is compiled: faults by file, row and column, and the analysts' test cases.
 */
package dev.segmentation.rules.check;
