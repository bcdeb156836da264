package dev.segmentation.rest.decision;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.Verification;
import dev.segmentation.explain.History;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.workspace.RunSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/journal}: who decided what and when, and how to take it back. */
@Path("/api/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class JournalResource {
    private static final String ID = "(?i)D\\d{6,9}(-\\d{1,9})?";

    private final Segmentation segmentation;
    private final Actor actor;

    JournalResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** A row that an undo writes. */
    @Schema(name = "UndoneRow")
    public record UndoneRow(
            @Schema(required = true) String file,
            @Schema(required = true) String kind,
            @Schema(required = true) String about,
            @Schema(required = true) Map<String, String> before,
            @Schema(required = true) Map<String, String> after) {
        static UndoneRow of(Change change) {
            return new UndoneRow(change.file(), change.kind().name(), change.about(), change.before(), change.after());
        }
    }

    /** What an undo did or would do. */
    @Schema(name = "Undone")
    public record Undone(
            @Schema(required = true) boolean dryRun,
            @Schema(required = true) List<UndoneRow> rows,
            @Schema(required = true, description = "What was not taken back, each with its reason.")
                    List<String> refused,
            @Schema(required = true) ChangeReceipt change) {}

    /** Transactions. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listJournal", summary = "Changes of decisions, the newest first.")
    public Page<HistoryEntry> list(
            @QueryParam("owner") @Parameter(description = "Who decided.") String owner,
            @QueryParam("master") @Parameter(description = "Id of a master that it is about.") String master,
            @BeanParam PageQuery page) {
        List<HistoryEntry> entries = new ArrayList<>(history().last(Integer.MAX_VALUE));
        entries.removeIf(entry -> owner != null && !entry.owner().equalsIgnoreCase(owner));
        entries.removeIf(entry -> master != null && entry.changes().stream().noneMatch(row -> about(row, master)));
        Collections.reverse(entries);
        return Page.of(entries, page);
    }

    private static boolean about(HistoryEntry.Row row, String master) {
        return master.equals(row.before().get("Master Id"))
                || master.equals(row.after().get("Master Id"));
    }

    /** Whether it is whole. */
    @GET
    @Path("/verification")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "verifyJournal", summary = "Whether every line of the journal is as it was written.")
    public Verification verify() {
        return new DecisionJournal(settings().input()).verify();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readJournal",
            summary = "A transaction (D000012), or one change of it (D000012-3), with the rows before and after.")
    public HistoryEntry read(@PathParam("id") String id) {
        return known(id);
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "undoChange",
            summary =
                    "Takes back a transaction or one change of it. A row that has changed since stays, and is told as refused.")
    @APIResponse(
            responseCode = "200",
            description = "What was taken back, or with dryRun would be.",
            content = @Content(schema = @Schema(implementation = Undone.class)))
    @APIResponse(responseCode = "409", description = "Nothing of it can be taken back; the problem tells why.")
    public Response undo(
            @PathParam("id") String id,
            @QueryParam("dryRun")
                    @Parameter(
                            description = "Only tells what would be done.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun) {
        boolean dry = Boolean.TRUE.equals(QueryParams.truth("dryRun", dryRun));
        known(id);
        String wanted = id.replace('d', 'D');
        Receipt receipt = dry
                ? segmentation.service().store().previewUndo(wanted)
                : segmentation.service().store().undo(wanted, actor.author().doing("undo", ""));
        if (!dry && receipt.changes().isEmpty()) {
            return Problem.of(409, "Not taken back", String.join(" ", receipt.refused()))
                    .response();
        }
        if (!dry) {
            segmentation.changed("undo", receipt.changes().size());
        }
        return Response.ok(new Undone(
                        dry,
                        receipt.changes().stream().map(UndoneRow::of).toList(),
                        receipt.refused(),
                        ChangeReceipt.ofRun(receipt)))
                .build();
    }

    private HistoryEntry known(String id) {
        return (id.matches(ID) ? history().transaction(id) : Optional.<HistoryEntry>empty())
                .orElseThrow(() -> Problem.of(
                                404,
                                "No such change",
                                "The journal knows no change of this id; GET /api/journal lists them.")
                        .failure());
    }

    private History history() {
        return new History(settings(), note -> {});
    }

    private RunSettings settings() {
        return segmentation.service().settings();
    }
}
