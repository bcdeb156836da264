package dev.segmentation.suggest.network;

import dev.segmentation.suggest.text.OpenMaster;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A service that is asked for one master after the other. A failure costs one master; a service that is gone, or fails again and
 * again, is left alone, and what it said before still counts.
 */
public final class RemoteService {
    /** So many failures in a row are no accident. */
    private static final int FAILURES = 3;

    private final String name;
    private final Consumer<String> notes;
    private int failures;
    private boolean left;
    private boolean offline;

    /** A question to the service. */
    public interface Question<A> {
        A ask() throws IOException;
    }

    /** @param asked whether it may be asked at all; otherwise only what it said before counts */
    public RemoteService(String name, boolean asked, Consumer<String> notes) {
        this.name = name;
        this.left = !asked;
        this.notes = notes;
    }

    /** That web, as long as the service is not left alone. */
    public Web over(Web web) {
        return address -> {
            if (left) {
                throw new Web.OfflineException(name + " is not asked", null);
            }
            return web.get(address);
        };
    }

    /** The answer, if there is one. */
    public <A> Optional<A> ask(OpenMaster master, Question<A> question) {
        try {
            A answer = question.ask();
            failures = 0;
            return Optional.of(answer);
        } catch (Web.OfflineException e) {
            offline |= !left;
            leave("The network cannot be reached (" + clause(e)
                    + "). The other masters are suggested from this machine; the same command goes on later.");
        } catch (IOException | IllegalArgumentException e) {
            if (!left) {
                failed(master, e);
            }
        }
        return Optional.empty();
    }

    /** Whether it is left alone. */
    public boolean left() {
        return left;
    }

    /** Whether it found that there is no network. */
    public boolean offline() {
        return offline;
    }

    /** Leaves it alone if another one found that there is no network. */
    public void follow(RemoteService other) {
        left |= other.offline;
    }

    private void failed(OpenMaster master, Exception fault) {
        failures++;
        notes.accept(master.name() + ": " + clause(fault) + ". It is asked for again the next time.");
        if (failures >= FAILURES) {
            leave(name + " failed for " + failures + " masters in a row and is asked no more; going on without it.");
        }
    }

    /** A message is a sentence; here it becomes part of one. */
    private static String clause(Exception fault) {
        return String.valueOf(fault.getMessage()).replaceFirst("\\.$", "");
    }

    private void leave(String why) {
        if (!left) {
            left = true;
            notes.accept(why);
        }
    }
}
