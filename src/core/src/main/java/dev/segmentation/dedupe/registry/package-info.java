/**
 * The registry of masters, which gives every cluster an id and a name that last from run to run.
 * Tells what became of the masters of the run before.
 */
package dev.segmentation.dedupe.registry;
