package dev.segmentation.workspace;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;

/**
 * A customer key and its master, as the master map says.
 *
 * @param segmentSource the text whose words are evidence for its class
 * @param nameKey the name key of that text, {@code null} until somebody needs it where the map was read from a file
 */
public record MappedCustomer(Customer customer, MasterCustomer master, String segmentSource, String nameKey) {}
