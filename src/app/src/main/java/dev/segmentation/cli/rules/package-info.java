/** The commands over rule sets: check, test, preview, suggest. */
package dev.segmentation.cli.rules;
