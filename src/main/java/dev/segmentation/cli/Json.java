package dev.segmentation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.segmentation.run.RunReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results as JSON, for programs. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** Any tree of maps, lists, records and plain values. */
    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    static String report(RunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runId", report.runId());
        json.put("time", report.time().toString());
        json.put("rows", report.rows());
        json.put("customers", report.customers());
        json.put("masters", report.masters());
        json.put("mergedKeys", report.mergedKeys());
        json.put("unknown", report.unknown());
        json.put("unclassified", report.unclassified());
        json.put("queued", report.queued());
        json.put("conflicts", report.conflicts());
        json.put("worklist", report.worklist());
        Map<String, Integer> groups = new LinkedHashMap<>();
        report.groups().forEach((group, count) -> groups.put(group.label(), count));
        json.put("groups", groups);
        Map<String, Integer> methods = new LinkedHashMap<>();
        report.methods().forEach((method, count) -> methods.put(method.label(), count));
        json.put("methods", methods);
        json.put("changes", report.changes());
        json.put("rejected", report.rejected());
        json.put("notes", report.notes());
        json.put("files", report.files().stream().map(Path::toString).toList());
        json.put("seconds", report.timings());
        return of(json);
    }
}
