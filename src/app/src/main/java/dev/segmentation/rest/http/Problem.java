package dev.segmentation.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param type names the kind of problem; the same for the same title
 * @param title what kind of problem
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param instance the path that was asked for
 * @param incident under which id the log tells more, for faults of the service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, String incident) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(Problem.class);

    /** Title and detail of the problems that belong to a status and not to a call. */
    private static final Map<Integer, String[]> WORDS = Map.ofEntries(
            entry(400, "Request not usable", "The request cannot be read. See /api/openapi for the calls there are."),
            entry(401, "Not signed on", "Sign on with a user name and password, a session or a token."),
            entry(403, "Not allowed", "None of your roles allows this call. Ask whoever manages the users."),
            entry(404, "Not found", "There is nothing at this address. See /api/openapi for the calls there are."),
            entry(405, "Method not allowed", "This address takes other methods; the header Allow names them."),
            entry(406, "No such form", "The answer does not come in a form that the header Accept asks for."),
            entry(408, "Too slow", "The request did not arrive in time."),
            entry(413, "Too large", "The body is larger than the service takes; the operator sets the limits."),
            entry(414, "Address too long", "The address is longer than the service takes."),
            entry(415, "Type not taken", "This call does not take a body of that Content-Type."),
            entry(429, "Too many attempts", "Wait as many seconds as the header Retry-After says, then sign on again."),
            entry(431, "Headers too large", "The headers are larger than the service takes."),
            entry(500, "Fault of the service", "It went wrong here, not with you. Tell the operator the incident."),
            entry(503, "Not ready", "The service is starting or stopping. Try again in a moment."));

    private static Map.Entry<Integer, String[]> entry(int status, String title, String detail) {
        return Map.entry(status, new String[] {title, detail});
    }

    /** A problem; which path it is about is filled in when it is sent. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(type(title), title, status, detail, null, null);
    }

    /** The problem of a status; of one that is not known, the one of its class. */
    public static Problem of(int status) {
        String[] words = WORDS.getOrDefault(status, WORDS.get(status < 500 ? 400 : 500));
        return of(status, words[0], words[1]);
    }

    /** A fault of the service: the log gets all of it, the caller an id to ask about. */
    public static Problem fault(Throwable fault, int status, String call) {
        String id = String.format("%08x", ThreadLocalRandom.current().nextInt());
        LOG.errorf(fault, "incident %s: %s", id, call);
        Problem of = of(status);
        return new Problem(of.type, of.title, of.status, of.detail, null, id);
    }

    /** The same about that path. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, incident);
    }

    /** As an answer. */
    public Response response() {
        return builder().build();
    }

    /** As what a call throws that ends with it. */
    public WebApplicationException failure() {
        return new WebApplicationException(response());
    }

    /** As an answer to which headers can be added. */
    public Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    private static String type(String title) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "urn:segmenter:problem:" + words.replaceAll("^-|-$", "");
    }
}
