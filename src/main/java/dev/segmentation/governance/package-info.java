/**
 * Decisions of people: reading the governance files beside the customer list, with every row that cannot be used
 * reported. What people decided outranks every rule.
 */
package dev.segmentation.governance;
