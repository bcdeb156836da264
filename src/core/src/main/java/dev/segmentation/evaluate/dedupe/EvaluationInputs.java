package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.CustomerReader;
import dev.segmentation.workspace.RunSettings;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads what an evaluation starts from. */
final class EvaluationInputs {
    private final DedupeEvaluation.Request request;
    private final RunSettings settings;
    private final Progress progress;
    private final Consumer<RowError> errors;
    private final Consumer<String> notes;

    EvaluationInputs(
            DedupeEvaluation.Request request, Progress progress, Consumer<RowError> errors, Consumer<String> notes) {
        this.request = request;
        this.settings = request.settings();
        this.progress = progress;
        this.errors = errors;
        this.notes = notes;
    }

    List<Customer> customers() {
        return customers(settings.customers(), settings.charset(), progress, errors, notes);
    }

    /** A customer list that a command names with {@code --customers}. */
    static List<Customer> customers(
            Path file, Charset charset, Progress progress, Consumer<RowError> errors, Consumer<String> notes) {
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Name the customer list with --customers FILE.");
        }
        try (Progress.Step step = progress.start("Reading", -1)) {
            return new CustomerReader(errors, notes).read(file, charset, step).customers();
        }
    }

    Labels labels(List<Customer> customers) {
        Set<String> keys = customers.stream().map(Customer::key).collect(Collectors.toUnmodifiableSet());
        return Labels.of(customers, new TruthTable(keys, errors).read(request.truth(), settings.charset(), notes));
    }

    Governance decisions() {
        if (!request.decisions()) {
            return Governance.NONE;
        }
        return settings.governance(errors, notes);
    }
}
