package dev.segmentation.fuzz;

import dev.segmentation.testkit.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages workbooks: the bytes of the file, the parts within, and the XML of the parts. */
final class WorkbookDamage {
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=<)");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "3",
            "17",
            "1E400",
            "NaN",
            "999999999999",
            "2147483647",
            "1048577",
            "A0",
            "A1",
            "B2",
            "ZZZ9",
            "XFD1",
            "XFD1048576",
            "XFE1",
            "A1:XFD1048576",
            "B5:A1",
            "s",
            "b",
            "e",
            "n",
            "d",
            "str",
            "inlineStr",
            "#REF!",
            "46000.75",
            "2958466",
            "-5",
            "rId1",
            "rId2",
            "rId99",
            "../x.xml",
            "/xl/workbook.xml",
            "http://a.invalid/x",
            "&lt;",
            "\u0130",
            "hidden",
            "veryHidden");

    private WorkbookDamage() {}

    /** A workbook with one to four changes. */
    static byte[] mutated(byte[] seed, Random random) {
        if (random.nextInt(5) == 0) {
            return Bytes.mutated(Bytes.mutated(seed, random), random);
        }
        Map<String, byte[]> parts = parts(seed);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            List<String> names = new ArrayList<>(parts.keySet());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                name = names.stream()
                        .filter(n -> n.contains("sheet1"))
                        .findFirst()
                        .orElse(name);
            }
            byte[] part = parts.get(name);
            switch (random.nextInt(14)) {
                case 0 -> parts.remove(names.size() > 1 ? name : "");
                case 1 -> parts.put(names.get(random.nextInt(names.size())), part);
                case 2 -> parts.put(name + random.nextInt(3), parts.remove(name));
                case 3 -> parts.put(name, Bytes.mutated(part, random));
                default -> parts.put(name, xml(part, random));
            }
            if (parts.isEmpty()) {
                parts.put(name, part);
            }
        }
        return zip(parts);
    }

    private static byte[] xml(byte[] part, Random random) {
        String text = new String(part, StandardCharsets.UTF_8);
        String other =
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> replaced(text, VALUE, "=\"" + value(random) + "\"", random);
                    case 3, 4 -> replaced(text, TEXT, value(random), random);
                    case 5 -> replaced(text, TAG, "", random);
                    case 6 -> doubled(text, random);
                    case 7 -> nested(text, random);
                    default ->
                        text.replaceFirst(
                                "\\?>",
                                "?><!DOCTYPE a [<!ENTITY b \"" + "x".repeat(50)
                                        + "\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///nowhere\">]>");
                };
        return other.getBytes(StandardCharsets.UTF_8);
    }

    private static String value(Random random) {
        return random.nextInt(20) == 0 ? "x".repeat(40_000) : VALUES.get(random.nextInt(VALUES.size()));
    }

    private static String replaced(String text, Pattern pattern, String by, Random random) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    /** A piece of the text twice, from one tag to another. */
    private static String doubled(String text, Random random) {
        List<MatchResult> tags = TAG.matcher(text).results().toList();
        if (tags.isEmpty()) {
            return text;
        }
        int at = random.nextInt(tags.size());
        int from = tags.get(at).start();
        int to = tags.get(Math.min(tags.size() - 1, at + random.nextInt(6))).end();
        return text.substring(0, to) + text.substring(from, to).repeat(1 + random.nextInt(3)) + text.substring(to);
    }

    private static String nested(String text, Random random) {
        List<MatchResult> tags = TAG.matcher(text).results().toList();
        int at = tags.isEmpty() ? 0 : tags.get(random.nextInt(tags.size())).end();
        int depth = 1 + random.nextInt(random.nextInt(3) == 0 ? 20_000 : 50);
        String closed = random.nextInt(4) == 0 ? "" : "</r>".repeat(depth);
        return text.substring(0, at) + "<r>".repeat(depth) + closed + text.substring(at);
    }

    private static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
