package dev.segmentation.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.segmentation.output.RunReport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One piece of work that goes on while others ask: what it is, how far it has come, how it ended. Safe for many threads. */
public final class Job {
    private final String id;
    private final String kind;
    private final String by;
    private final Instant created;
    private final Clock clock;
    private final List<Consumer<View>> listeners = new CopyOnWriteArrayList<>();

    private State state = State.QUEUED;
    private Instant started;
    private Instant ended;
    private String step = "";
    private long done;
    private long total = -1;
    private Object result;
    private RuntimeException fault;
    private boolean cancelled;

    /** How a job stands. One that failed or was cancelled wrote nothing. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** The word for it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more comes. */
        public boolean over() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * A job as it stands at a moment, as the API tells it. What there is not yet is {@code null}.
     *
     * @param total units of work of that step
     * @param fault why it failed, {@code null} otherwise; told as a problem
     * @param result what came of it, {@code null} unless it is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Job")
    public record View(
            @Schema(required = true, examples = "J000001") String id,
            @Schema(required = true, examples = "classify") String kind,
            @Schema(required = true) String by,
            @Schema(
                            required = true,
                            implementation = String.class,
                            enumeration = {"queued", "running", "done", "failed", "cancelled"})
                    State state,
            @Schema(required = true) Instant created,
            Instant started,
            Instant ended,
            @Schema(required = true) String step,
            @Schema(required = true) long done,
            Long total,
            String runId,
            RunNumbers summary,
            @JsonProperty("problem") @Schema(ref = "Problem") RuntimeException fault,
            @JsonIgnore @Schema(hidden = true) Object result) {}

    Job(String id, String kind, String by, Clock clock) {
        this.id = id;
        this.kind = kind;
        this.by = by;
        this.clock = clock;
        this.created = clock.instant();
    }

    public String id() {
        return id;
    }

    /** As it stands now. */
    public synchronized View view() {
        RunNumbers summary = result instanceof RunReport report ? RunNumbers.of(report) : null;
        String runId = result instanceof RunReport report
                ? report.runId()
                : result instanceof GroupChanges changes ? changes.runId() : null;
        Long units = total < 0 ? null : (Long) total;
        return new View(id, kind, by, state, created, started, ended, step, done, units, runId, summary, fault, result);
    }

    /**
     * Tells a listener every change from now on, the present state first; it must not block.
     *
     * @return ends that
     */
    public Runnable listen(Consumer<View> listener) {
        listeners.add(listener);
        listener.accept(view());
        return () -> listeners.remove(listener);
    }

    /**
     * Asks it to stop; what is over, or is putting its files in place, is not stopped.
     *
     * @return whether it waited, and is over by that
     */
    boolean cancel() {
        synchronized (this) {
            cancelled = true;
            if (state != State.QUEUED) {
                return false;
            }
            ended(State.CANCELLED, null, null);
        }
        tell();
        listeners.clear();
        return true;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    /** Begins, unless it is over already. */
    boolean begin() {
        synchronized (this) {
            if (state != State.QUEUED) {
                return false;
            }
            state = State.RUNNING;
            started = clock.instant();
        }
        tell();
        return true;
    }

    void step(String name, long units) {
        synchronized (this) {
            step = name;
            done = 0;
            total = units;
        }
        tell();
    }

    void advance(long units) {
        synchronized (this) {
            done += units;
        }
        tell();
    }

    void end(State how, Object what, RuntimeException why) {
        synchronized (this) {
            ended(how, what, why);
        }
        tell();
        listeners.clear();
    }

    /** Gives up the long lists of its result; numbers stay. */
    synchronized void shorten() {
        if (result instanceof GroupChanges changes) {
            result = changes.withoutList();
        } else if (result instanceof RunReport report) {
            result = report.withoutRows();
        } else if (result instanceof DraftPreview) {
            result = null; // the change set has it
        }
    }

    private void ended(State how, Object what, RuntimeException why) {
        state = how;
        result = what;
        fault = why;
        ended = clock.instant();
    }

    private void tell() {
        View now = view();
        listeners.forEach(listener -> listener.accept(now));
    }
}
