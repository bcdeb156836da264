/**
 * The result tables of a run, its ranked worklist and its report.
 */
package dev.segmentation.output;
