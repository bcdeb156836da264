package dev.segmentation.rest.run;

import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.service.MasterFinder;
import dev.segmentation.service.MasterFinder.Order;
import dev.segmentation.service.MasterInfo;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which masters are asked for, and in which order. */
public class MasterQuery {
    private static final int LONGEST = 500;

    @QueryParam("q")
    @Parameter(
            description = "Words of any spelling of the name, in any order and case, each at least its beginning;"
                    + " also a customer key or a master id.",
            example = "mercy hosp",
            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
    private String text;

    @QueryParam("group")
    @Parameter(description = "Industrial group.", schema = @Schema(ref = "IndustrialGroup"))
    private String group;

    @QueryParam("method")
    @Parameter(
            description = "How it was decided.",
            schema =
                    @Schema(
                            enumeration = {
                                "Manual Override",
                                "Rule-Based",
                                "Entity Inference",
                                "AI-Assisted Search",
                                "Heuristic",
                                "Unclassified"
                            }))
    private String method;

    @QueryParam("confidence")
    @Parameter(description = "How sure it is.", schema = @Schema(enumeration = {"High", "Medium", "Low"}))
    private String confidence;

    @QueryParam("status")
    @Parameter(description = "Status of the decision.", schema = @Schema(enumeration = {"Final", "Draft", "Queued"}))
    private String status;

    @QueryParam("conflict")
    @Parameter(
            description = "Whether groups of equal standing speak for it.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    private String conflict;

    @QueryParam("website")
    @Parameter(description = "Whether its website is known.", schema = @Schema(type = SchemaType.BOOLEAN))
    private String website;

    @QueryParam("sort")
    @Parameter(
            description = "By what to sort; equal ones stand by name.",
            schema =
                    @Schema(
                            enumeration = {"name", "keys", "group", "billing"},
                            defaultValue = "name"))
    private String sort;

    @QueryParam("direction")
    @Parameter(
            description = "Whether the first or the last comes first.",
            schema =
                    @Schema(
                            enumeration = {"asc", "desc"},
                            defaultValue = "asc"))
    private String direction;

    /** Those of the masters that are asked for. */
    List<MasterInfo> find(MasterFinder masters) {
        Patterns.check("q", text, LONGEST);
        IndustrialGroup ofGroup = QueryParams.group(group);
        Method by = QueryParams.of("method", method, Method.values(), Method::label);
        Confidence sure = QueryParams.of("confidence", confidence, Confidence.values(), Confidence::label);
        Status stands = QueryParams.of("status", status, Status.values(), Status::label);
        Boolean inConflict = QueryParams.truth("conflict", conflict);
        Boolean withWebsite = QueryParams.truth("website", website);
        Order order = sort == null
                ? Order.NAME
                : QueryParams.of("sort", sort, Order.values(), one -> one.name().toLowerCase(Locale.ROOT));
        boolean descending =
                QueryParams.of("direction", direction, "asc", "asc", "desc").equals("desc");
        Predicate<MasterInfo> fits = row -> (ofGroup == null || ofGroup.label().equals(row.group()))
                && (by == null || by.label().equals(row.method()))
                && (sure == null || sure.label().equals(row.confidence()))
                && (stands == null || stands.label().equals(row.status()))
                && (inConflict == null || inConflict == row.conflict())
                && (withWebsite == null || withWebsite == !row.website().isEmpty());
        return masters.find(text == null || text.isBlank() ? null : text, fits, order, descending);
    }
}
