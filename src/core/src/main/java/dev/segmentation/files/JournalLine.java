package dev.segmentation.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of a line in a {@link Journal}: a JSON object whose last field, {@code sum}, is the SHA-256 of the sum of the
 * line before and of the object without that field.
 */
public final class JournalLine {
    /** The sum before the first line. */
    public static final String START = "0".repeat(64);

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] SUM = ",\"sum\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int SUFFIX = SUM.length + 64 + 2;

    private JournalLine() {}

    /** A line without its line break; its sum follows from the sum of the line before. */
    static byte[] of(Map<String, Object> fields, String before) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, fields);
        }
        byte[] body = out.toByteArray();
        out.reset();
        out.write(body, 0, body.length - 1);
        out.writeBytes(SUM);
        out.writeBytes(sum(body, body.length - 1, before).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** Writes objects, lists, whole numbers, and everything else as a text. */
    public static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName(field.getKey().toString());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    /** The sum that stands in a line; {@code null} if it does not end as a line does. */
    public static String sum(byte[] line) {
        int at = line.length - SUFFIX;
        boolean there = at > 0
                && Arrays.equals(line, at, at + SUM.length, SUM, 0, SUM.length)
                && line[line.length - 2] == '"'
                && line[line.length - 1] == '}';
        return there ? new String(line, at + SUM.length, 64, StandardCharsets.US_ASCII) : null;
    }

    /** Whether the sum of a line follows from the sum of the line before. */
    public static boolean follows(byte[] line, String before) {
        String own = sum(line);
        return own != null && own.equals(sum(line, line.length - SUFFIX, before));
    }

    private static String sum(byte[] body, int length, String before) {
        MessageDigest digest = Sha256.digest();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        digest.update(body, 0, length);
        digest.update((byte) '}');
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The fields of one JSON object: texts, numbers, lists, objects. */
    public static Map<String, Object> fields(byte[] line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            Map<String, Object> fields = object(json);
            if (json.nextToken() != null) {
                throw new IOException("more than one JSON object");
            }
            return fields;
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return fields;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> json.getText();
        };
    }
}
