package dev.segmentation.rest.run;

import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.table.GroupTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/groups}: the locked list of industrial groups. */
@Path("/api/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups", description = "The locked list of industrial groups.")
public class GroupsResource {
    private final Segmentation segmentation;

    GroupsResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** A group. */
    @Schema(name = "Group")
    public record Group(
            @Schema(required = true, ref = "IndustrialGroup") String name,
            @Schema(required = true, description = "Who belongs to it, may be blank.") String description,
            @Schema(
                            required = true,
                            description = "Its precedence where rules of equal standing disagree; 1 decides first.")
                    int priority,
            @Schema(required = true, description = "How the ids of its rules and terms begin.") String prefix,
            @Schema(required = true, description = "NAICS code of a decision that carries none, may be blank.")
                    String naics,
            @Schema(required = true, description = "For charts, as #rrggbb; may be blank.") String colour) {
        static Group of(GroupTable.Entry entry) {
            return new Group(
                    entry.group().label(),
                    entry.description(),
                    entry.priority(),
                    entry.prefix(),
                    entry.naics(),
                    entry.colour());
        }
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listGroups", summary = "The groups there are, in order of precedence.")
    public List<Group> list() {
        return segmentation.service().rules().groups().inOrder().stream()
                .map(Group::of)
                .toList();
    }
}
