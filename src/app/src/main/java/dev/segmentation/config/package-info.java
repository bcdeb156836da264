/** The one typed configuration of the service; below the edges settings travel as records. */
package dev.segmentation.config;
