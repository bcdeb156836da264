package dev.segmentation.suggest.language;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.AnswerCache;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a language model thinks of a master. Whatever goes wrong is no suggestion, never a fault of the run; when the endpoint
 * fails again and again, or a bound is reached, the model says so once and abstains from then on, but for answers that were kept.
 */
public final class LanguageModel {
    /** Title of the evidence that is only a website the model named, unchecked. */
    public static final String WEBSITE = "Website according to the language model";

    private static final int FAILURES = 3;
    private static final int MODEL_SHOWN = 60;

    private final LanguageSettings settings;
    private final AnswerCache cache;
    private final Consumer<String> notes;
    private final Budget budget;
    private final Endpoint endpoint;
    private final Predicate<String> naics;
    private final Predicate<String> host;
    private int failures;
    private int unanswered;
    private String fault = "";
    private boolean stopped;

    /** A language model. */
    public LanguageModel(
            LanguageSettings settings,
            AnswerCache cache,
            Predicate<String> naics,
            Predicate<String> host,
            Consumer<String> notes) {
        this(settings, cache, naics, host, notes, time -> Thread.sleep(time.toMillis()));
    }

    LanguageModel(
            LanguageSettings settings,
            AnswerCache cache,
            Predicate<String> naics,
            Predicate<String> host,
            Consumer<String> notes,
            EndpointClient.Pause pause) {
        this.settings = settings;
        this.cache = cache;
        this.naics = naics;
        this.host = host;
        this.notes = notes;
        this.budget = new Budget(settings, pause);
        this.endpoint = new Endpoint(settings, budget, new EndpointClient(settings.timeout(), budget, pause));
    }

    /**
     * What the model suggests.
     *
     * @param master the master; only its name and spellings are sent
     * @param evidence what the web says of it, the best first; a few pieces are sent
     * @param groups the groups it may choose from; Unknown never counts
     */
    public synchronized Optional<GroupSuggestion> suggest(
            OpenMaster master, List<Evidence> evidence, List<IndustrialGroup> groups) {
        if (master.nameless() || PlainText.line(master.name(), MODEL_SHOWN).isEmpty()) {
            return Optional.empty();
        }
        Question question = Question.about(master, evidence, groups);
        String key = settings.url() + "\n" + settings.model() + "\n" + Question.VERSION + "\n" + question;
        Optional<String> answer = cache.get(key);
        if (answer.isEmpty()) {
            answer = ask(question);
            answer.ifPresent(text -> cache.put(key, text));
        }
        return answer.flatMap(text -> Reply.read(text, groups, naics, host)).map(reply -> suggestion(reply, evidence));
    }

    private Optional<String> ask(Question question) {
        if (stopped) {
            return Optional.empty();
        }
        Optional<String> forbidden = budget.forbids(Endpoint.length(question), Endpoint.ANSWER_TOKENS);
        if (forbidden.isPresent()) {
            stop("The language model is asked no more: " + forbidden.get() + "; going on without it.");
            return Optional.empty();
        }
        try {
            String answer = endpoint.ask(question);
            failures = 0;
            return Optional.of(answer);
        } catch (Failure e) {
            failures++;
            unanswered++;
            fault = e.getMessage();
            if (failures >= FAILURES || e.lasting()) {
                stop("The language model does not answer: " + e.getMessage() + "; going on without it.");
            }
        }
        return Optional.empty();
    }

    private void stop(String note) {
        stopped = true;
        notes.accept(note);
    }

    private GroupSuggestion suggestion(Reply reply, List<Evidence> evidence) {
        List<Evidence> all = new ArrayList<>(Question.shown(evidence));
        if (!reply.website().isEmpty()) {
            all.add(new Evidence(WEBSITE, "https://" + reply.website() + "/", ""));
        }
        String reason = reply.reason().isEmpty() ? name() : name() + ": " + reply.reason();
        return new GroupSuggestion(reply.classification(), reply.probability(), reason, all);
    }

    /** Its name, for people. */
    public String name() {
        return "Language model " + PlainText.line(settings.model(), MODEL_SHOWN);
    }

    /** For how many masters it gave no answer, and why at last, in words; nothing if it answered for all, or was stopped. */
    public synchronized Optional<String> unanswered() {
        return unanswered == 0 || stopped
                ? Optional.empty()
                : Optional.of(unanswered + (unanswered == 1 ? " master was" : " masters were") + " not answered ("
                        + fault + "); the same command asks again");
    }

    /** How many requests were sent so far. */
    public synchronized int requests() {
        return budget.requests();
    }

    /** What they cost so far, by the prices in the settings. */
    public synchronized BigDecimal spent() {
        return budget.spent();
    }
}
