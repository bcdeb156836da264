package dev.segmentation.rest.security;

/** Labels of {@link dev.segmentation.access.Role}, for {@code @RolesAllowed}. Who has any of the others may do what a viewer may. */
public final class Roles {
    public static final String VIEWER = "viewer";
    public static final String ANALYST = "analyst";
    public static final String RULES_ADMIN = "rules-admin";
    public static final String OPERATOR = "operator";

    private Roles() {}
}
