/**
 * Calls about decisions, merge judgements, batches, suggestions and the journal.
 */
package dev.segmentation.rest.decision;
