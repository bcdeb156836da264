package dev.segmentation.rest.security;

/** Names of the roles, for {@code @RolesAllowed}. Who has any of the others may do what a viewer may. */
public final class Roles {
    /** Reads. */
    public static final String VIEWER = "viewer";
    /** Decides, imports batches, accepts suggestions. */
    public static final String ANALYST = "analyst";
    /** Publishes rules and takes them back; alone may touch DRL. */
    public static final String RULES_ADMIN = "rules-admin";
    /** Starts and cancels runs, sees metrics. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
