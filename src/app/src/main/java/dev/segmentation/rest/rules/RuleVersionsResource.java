package dev.segmentation.rest.rules;

import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.service.rules.RuleVersionInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/rules/versions}: what was published, and the way back. */
@Path("/api/rules/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleVersionsResource {
    private final RuleService rules;
    private final Actor actor;

    RuleVersionsResource(RuleService rules, Actor actor) {
        this.rules = rules;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRuleVersions",
            summary =
                    "What was published, the newest first, and states of the folder that were found at a publication.")
    public Page<RuleVersionInfo> list(@BeanParam PageQuery page) {
        return Page.of(rules.versions().all(), page);
    }

    @POST
    @Path("/{id}/rollback")
    @RolesAllowed(Roles.RULES_ADMIN)
    @Operation(
            operationId = "rollBackRules",
            summary =
                    "Begins a change set that brings all rules back to a version. It is previewed and published like any"
                            + " other, so that nobody takes back what he has not seen.")
    @APIResponseSchema(value = RuleChangeInfo.class, responseCode = "201", responseDescription = "The change set.")
    public Response rollback(@PathParam("id") String id) {
        return RuleChangeInfo.created(rules.versions().rollback(id, RuleChangesResource.editor(actor)), rules);
    }
}
