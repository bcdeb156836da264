/** What every answer of the service has in common, whatever is asked: problem details, headers, limits. */
package dev.segmentation.rest.http;
