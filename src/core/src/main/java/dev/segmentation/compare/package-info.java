/** What differs between two runs or two sets of rules. */
package dev.segmentation.compare;
