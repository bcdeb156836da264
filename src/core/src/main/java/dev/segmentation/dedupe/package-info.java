/**
 * From customers to masters: candidate pairs by blocking, a score for each pair, clusters that honour what people
 * decided, and for every key the reason why it stands where it stands.
 */
package dev.segmentation.dedupe;
