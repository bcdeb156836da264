package dev.segmentation.rest.security;

import dev.segmentation.access.Account;
import dev.segmentation.access.Accounts;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/session}: sign on with a browser, who am I, sign off. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Sign on with a browser.")
public class SessionResource {
    private final Accounts accounts;
    private final SegmentationConfig config;
    private final Actor actor;

    SessionResource(SignOn signOn, SegmentationConfig config, Actor actor) {
        this.accounts = signOn.accounts();
        this.config = config;
        this.actor = actor;
    }

    /** Who signs on. */
    @Schema(name = "SignOn")
    public record Request(
            @Schema(required = true) String name, @Schema(required = true, format = "password") String password) {}

    /** Who is signed on. */
    @Schema(name = "SignedOn")
    public record Answer(@Schema(required = true) String name, @Schema(required = true) Set<String> roles) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirementsSet
    @Operation(operationId = "signOn", summary = "Sign on with name and password")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(
                                            name = "analyst",
                                            value = "{\"name\": \"ann\", \"password\": \"a long phrase\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Who is signed on; the cookie of the session is set.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response signOn(Request request, @Context HttpServerRequest http) {
        if (request == null || request.name() == null || request.password() == null) {
            return Problem.of(400, "Request not usable", "Send {\"name\": \"...\", \"password\": \"...\"}.")
                    .response();
        }
        String address = http.remoteAddress().hostAddress();
        Optional<Account> account =
                accounts.password(request.name(), request.password().toCharArray(), address);
        Optional<String> secret = account.flatMap(accounts::begin);
        if (secret.isEmpty()) {
            return Problem.of(401).response();
        }
        Account found = account.get();
        Answer answer = new Answer(found.name(), SignOn.identity(found).getRoles());
        int seconds = (int) config.access().sessionLongest().toSeconds();
        return Response.ok(answer)
                .cookie(RequestHeaders.sessionCookie(http, secret.get(), seconds))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "whoAmI", summary = "Who is signed on")
    public Answer whoAmI() {
        return new Answer(actor.name(), actor.roles());
    }

    @DELETE
    @PermitAll
    @SecurityRequirementsSet
    @Operation(operationId = "signOff", summary = "Sign off")
    @APIResponse(responseCode = "204", description = "There is no session any more.")
    public Response signOff(@Context HttpServerRequest http) {
        RequestHeaders.sessionSecret(http).ifPresent(accounts::end);
        return Response.noContent()
                .cookie(RequestHeaders.sessionCookie(http, "", 0))
                .build();
    }
}
