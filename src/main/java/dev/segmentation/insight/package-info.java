/**
 * Questions about runs and rules: how things stand, why a name has the master and the class it has, and how good the
 * dedupe is on a labelled list.
 */
package dev.segmentation.insight;
