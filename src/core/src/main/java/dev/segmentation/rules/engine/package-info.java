/**
 * Classifies masters by a loaded set of rules and says why.
 * Holds the Drools sessions, one for each thread.
 */
package dev.segmentation.rules.engine;
