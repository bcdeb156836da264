/**
 * Record linkage of names: blocking, comparison of pairs, scores and clusters.
 * Works on names as numbers in arrays, which is what makes a million names fast.
 */
package dev.segmentation.dedupe.linkage;
