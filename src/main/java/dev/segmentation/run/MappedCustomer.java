package dev.segmentation.run;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.name.ParsedName;

/**
 * A customer key and its master, as the master map says.
 *
 * @param customer the customer
 * @param master its master
 * @param segmentSource the text whose words are evidence for its class
 * @param evidence that text, understood
 */
record MappedCustomer(Customer customer, MasterCustomer master, String segmentSource, ParsedName evidence) {}
