/**
 * Batches meet the governance files: import, reconciliation and the next batch to decide on.
 */
package dev.segmentation.decision.exchange;
