/**
 * How good the dedupe is on a labelled list, what other thresholds would do, and training of its model.
 */
package dev.segmentation.evaluate.dedupe;
