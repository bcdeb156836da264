/**
 * Calls about runs, jobs, masters, the worklist, outputs and classification of names.
 */
package dev.segmentation.rest.run;
