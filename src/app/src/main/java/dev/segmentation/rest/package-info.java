/** The service: the same runs as the command line, triggered and asked over HTTP. */
package dev.segmentation.rest;
