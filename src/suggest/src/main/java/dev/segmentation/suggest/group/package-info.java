/** Models that learn from decided masters and propose an industrial group with a probability. */
package dev.segmentation.suggest.group;
