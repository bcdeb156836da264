package dev.segmentation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.segmentation.output.RunReport;
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
        json.put("customers", report.tally().customers());
        json.put("masters", report.tally().masters());
        json.put("mergedKeys", report.tally().mergedKeys());
        json.put("unknown", report.tally().unknown());
        json.put("unclassified", report.tally().unclassified());
        json.put("queued", report.tally().queued());
        json.put("conflicts", report.tally().conflicts());
        json.put("worklist", report.tally().worklist());
        Map<String, Integer> groups = new LinkedHashMap<>();
        report.tally().groups().forEach((group, count) -> groups.put(group.label(), count));
        json.put("groups", groups);
        Map<String, Integer> methods = new LinkedHashMap<>();
        report.tally().methods().forEach((method, count) -> methods.put(method.label(), count));
        json.put("methods", methods);
        json.put("changes", report.changes());
        json.put("masterChanges", report.masters());
        json.put("rejected", report.rejected());
        json.put("notes", report.notes());
        json.put("files", report.files().stream().map(Path::toString).toList());
        json.put("seconds", report.timings());
        return of(json);
    }
}
