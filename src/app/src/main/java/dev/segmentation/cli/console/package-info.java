/** What all commands share: how a command begins, talks and ends, the options of all, and tables and JSON as results. */
package dev.segmentation.cli.console;
