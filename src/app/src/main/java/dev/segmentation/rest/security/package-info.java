/** What stands before every call: from where and under which name it may come, who asks, and what that person may do. */
package dev.segmentation.rest.security;
