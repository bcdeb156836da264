/**
 * Batches of decisions that analysts write as markdown tables or workbooks, read into entries.
 */
package dev.segmentation.decision.batch;
