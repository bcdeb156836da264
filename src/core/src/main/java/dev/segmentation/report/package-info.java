/** Pages and drawings for people: HTML, bars and plots. */
package dev.segmentation.report;
