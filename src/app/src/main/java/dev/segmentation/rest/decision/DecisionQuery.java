package dev.segmentation.rest.decision;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.service.DecisionInfo;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which decisions are asked for; what is not named does not matter. */
public class DecisionQuery {
    @QueryParam("master")
    @Parameter(description = "Id of the master.")
    private String master;

    @QueryParam("owner")
    @Parameter(description = "Who decided.")
    private String owner;

    @QueryParam("status")
    @Parameter(description = "Final, Draft or Queued.", schema = @Schema(type = SchemaType.STRING, minLength = 1))
    private String status;

    @QueryParam("source")
    @Parameter(description = "Manual, or the name of a batch.")
    private String source;

    @QueryParam("group")
    @Parameter(description = "An industrial group.", schema = @Schema(type = SchemaType.STRING, minLength = 1))
    private String group;

    boolean fits(DecisionInfo one) {
        return (master == null || one.master().equals(master))
                && same(owner, one.owner())
                && same(status, one.status())
                && same(source, one.source())
                && (group == null || one.group().equals(label()) || one.group().equalsIgnoreCase(group));
    }

    private String label() {
        return IndustrialGroup.parse(group).map(IndustrialGroup::label).orElse(group);
    }

    private static boolean same(String asked, String found) {
        return asked == null || asked.equalsIgnoreCase(found);
    }
}
