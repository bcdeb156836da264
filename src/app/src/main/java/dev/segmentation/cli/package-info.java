/** The command line: options in, a run, results to standard output, people's text to standard error, an exit code. */
package dev.segmentation.cli;
