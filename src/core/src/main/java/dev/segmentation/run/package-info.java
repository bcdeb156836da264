/**
 * The whole way from the customer list to the output tables: read, parse, dedupe, classify, join, write. Everything that
 * starts a run, be it a command or a request, starts it here.
 */
package dev.segmentation.run;
