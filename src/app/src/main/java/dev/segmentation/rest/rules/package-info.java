/**
 * Calls about rule files, change sets, trials and publication.
 */
package dev.segmentation.rest.rules;
