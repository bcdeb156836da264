package dev.segmentation.rest;

/**
 * What went wrong, in the shape of RFC 9457.
 *
 * @param title what kind of problem
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 */
public record ErrorInfo(String title, int status, String detail) {}
