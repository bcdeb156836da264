package dev.segmentation.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with a body in words of the body: callers know fields, and no classes of ours. */
final class JsonFault {
    private JsonFault() {}

    static String told(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "there is no field \"" + place(unknown) + "\"; there are " + known + ".";
        }
        if (fault instanceof JsonMappingException mapping) {
            if (mapping.getCause() instanceof IllegalArgumentException refused) {
                return refused.getMessage();
            }
            String place = place(mapping);
            return place.isEmpty()
                    ? "it is no object with the fields of this call."
                    : "\"" + place + "\" holds something of another kind than this call takes there.";
        }
        return fault.getOriginalMessage();
    }

    private static String place(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
