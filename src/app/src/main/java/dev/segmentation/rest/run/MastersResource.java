package dev.segmentation.rest.run;

import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.MasterDetail;
import dev.segmentation.service.MasterInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/masters}: the masters of the run that readers see. */
@Path("/api/masters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Masters", description = "Companies, their customers and their classes.")
public class MastersResource {
    private final Segmentation segmentation;

    MastersResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "findMasters", summary = "Masters by name, customer key, id and class.")
    public Page<MasterInfo> find(@BeanParam MasterQuery query, @BeanParam PageQuery page) {
        return Page.of(query.find(segmentation.run().finder()), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readMaster",
            summary = "One master: its customers and why they are one company, what people decided, how the rules"
                    + " come to its class, what happened to it.")
    public MasterDetail read(
            @PathParam("id") @Parameter(description = "Master id.", example = "MHWAQTK3B5A") String id) {
        CurrentRun run = segmentation.run();
        return segmentation.service().detail(run, id).orElseThrow(() -> Problem.of(
                        404, "No such master", "No master has this id. GET /api/masters?q= finds them by name.")
                .failure());
    }
}
