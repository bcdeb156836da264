package dev.segmentation.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damages texts line by line. One character stands for each byte, so that broken bytes pass through unchanged. */
public final class Lines {
    private static final String[] ENDS = {"\n", "\r\n", "\r", "\n\r", "\n\n", "\r\r\n"};

    private Lines() {}

    /** One change. */
    public static byte[] mutated(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (random.nextInt(8) == 0) {
            return bytes(text.replaceAll("\r\n|\r|\n", ENDS[random.nextInt(ENDS.length)]));
        }
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> Collections.swap(lines, at, other);
            case 3 -> lines.set(at, line.stripTrailing());
            case 4 -> {
                int cut = random.nextInt(line.length() + 1);
                lines.set(at, line.substring(0, cut) + ENDS[random.nextInt(ENDS.length)] + line.substring(cut));
            }
            case 5 -> lines.set(at, line.stripTrailing() + ENDS[random.nextInt(ENDS.length)]);
            default -> lines.add(at, " ".repeat(random.nextInt(3)) + "\n");
        }
        return bytes(String.join("", lines));
    }

    /** A token, often many times, somewhere: within a line, at its beginning, or on lines of its own. */
    public static byte[] repeated(byte[] bytes, List<String> tokens, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String token = new String(
                tokens.get(random.nextInt(tokens.size())).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        int most = random.nextInt(6) == 0 ? 40_000 : random.nextInt(3) == 0 ? 2_000 : 40;
        int times = 1 + random.nextInt(Math.max(1, most / token.length()));
        int at = random.nextInt(text.length() + 1);
        if (random.nextBoolean()) {
            at = text.lastIndexOf('\n', at) + 1;
        }
        String inserted = random.nextInt(8) == 0 ? (token + "\n").repeat(Math.min(times, 3_000)) : token.repeat(times);
        return bytes(text.substring(0, at) + inserted + text.substring(at));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
