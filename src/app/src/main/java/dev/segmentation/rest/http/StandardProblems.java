package dev.segmentation.rest.http;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** The problems that belong to a status and not to a call. */
public final class StandardProblems {
    private static final Logger LOG = Logger.getLogger(StandardProblems.class);

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

    private StandardProblems() {}

    private static Map.Entry<Integer, String[]> entry(int status, String title, String detail) {
        return Map.entry(status, new String[] {title, detail});
    }

    /** The problem of a status; of one that is not known, the one of its class. */
    public static Problem of(int status) {
        String[] words = WORDS.getOrDefault(status, WORDS.get(status < 500 ? 400 : 500));
        return Problem.of(status, words[0], words[1]);
    }

    /** A fault of ours: the log gets all of it, the caller an id to ask about. */
    public static Problem fault(Throwable fault, int status, String call) {
        Random random = ThreadLocalRandom.current();
        String id = String.format("%08x", random.nextInt());
        LOG.errorf(fault, "incident %s: %s", id, call);
        return of(status).incident(id);
    }
}
