/**
 * Decisions of people: reading the governance files beside the customer list, with every row that cannot be used
 * reported, and changing them so that none is lost and every change can be told and taken back. What people decided
 * outranks every rule.
 */
package dev.segmentation.governance;
