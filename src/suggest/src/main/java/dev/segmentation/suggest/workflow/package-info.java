/**
 * The workflow of suggestions: which masters are open, what is proposed for them, and what people accept or reject.
 */
package dev.segmentation.suggest.workflow;
