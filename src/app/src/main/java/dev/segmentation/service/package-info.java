/**
 * The one segmentation that a process serves to many people: the last run in memory, jobs, and the rules in use. Edges call
 * it; it knows nothing of HTTP.
 */
package dev.segmentation.service;
