/**
 * Changes to rules by several people: drafts, edits, trials, publication and the way back.
 */
package dev.segmentation.service.rules;
