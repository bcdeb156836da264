/**
 * How good the classification is on labelled names.
 */
package dev.segmentation.evaluate.rules;
