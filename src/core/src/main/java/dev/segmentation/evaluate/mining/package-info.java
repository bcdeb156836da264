/**
 * Finds terms worth adding to the rules and tries each against all masters.
 */
package dev.segmentation.evaluate.mining;
