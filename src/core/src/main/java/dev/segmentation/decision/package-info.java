/**
 * What people decided about masters and merges, as the present run sees it.
 * Their decisions outrank every rule.
 */
package dev.segmentation.decision;
