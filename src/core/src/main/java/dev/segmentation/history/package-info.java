/**
 * Former runs: kept copies, their manifest and figures, backup and restore.
 */
package dev.segmentation.history;
