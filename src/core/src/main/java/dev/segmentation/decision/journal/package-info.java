/**
 * Changes to the governance files as transactions: each is journalled, can be listed and can be taken back.
 * Edits made by hand beside the program are found and journalled as well.
 */
package dev.segmentation.decision.journal;
