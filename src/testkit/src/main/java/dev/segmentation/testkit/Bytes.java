package dev.segmentation.testkit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes without knowing what they mean. */
public final class Bytes {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Byte-order marks, NULs, line ends, quotes, separators, half characters, and what only some systems know. */
    private static final List<byte[]> TOKENS = List.of(
            hex("EFBBBF"),
            hex("FFFE"),
            hex("FEFF"),
            hex("00"),
            hex("0000"),
            hex("0D"),
            hex("0A"),
            hex("0D0A"),
            hex("0A0A"),
            hex("0B"),
            hex("0C"),
            hex("1A"),
            hex("22"),
            hex("2222"),
            hex("222C22"),
            hex("2C"),
            hex("3B"),
            hex("09"),
            hex("7C"),
            hex("5C"),
            hex("23"),
            hex("C285"),
            hex("C2A0"),
            hex("E280A8"),
            hex("E2808B"),
            hex("EDA080"),
            hex("EDB080"),
            hex("F09F98"),
            hex("F09F9880"),
            hex("EFB790"),
            hex("C0AF"),
            hex("F8888080"),
            hex("93"),
            hex("96"),
            hex("81"),
            hex("E280AE"));

    private Bytes() {}

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }

    /** One change. */
    public static byte[] mutated(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        switch (random.nextInt(10)) {
            case 0, 1:
                byte[] flipped = bytes.clone();
                if (at < bytes.length) {
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            case 2:
                byte[] replaced = bytes.clone();
                if (at < bytes.length) {
                    replaced[at] = (byte) random.nextInt(256);
                }
                return replaced;
            case 3:
                return spliced(bytes, at, end, new byte[0]);
            case 4:
                return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 5:
                byte[] noise = new byte[1 + random.nextInt(16)];
                random.nextBytes(noise);
                return spliced(bytes, at, at, noise);
            case 6:
                return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : spliced(bytes, at, end, new byte[0]);
            default:
                return spliced(bytes, random.nextInt(6) == 0 ? 0 : at, -1, TOKENS.get(random.nextInt(TOKENS.size())));
        }
    }

    /** The bytes of a UTF-8 text in another encoding; half of the wide ones bear their mark. */
    public static byte[] encoded(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String mark = random.nextBoolean() ? "\uFEFF" : "";
        return switch (random.nextInt(4)) {
            case 0 -> (mark + text).getBytes(StandardCharsets.UTF_16LE);
            case 1 -> (mark + text).getBytes(StandardCharsets.UTF_16BE);
            case 2 -> text.getBytes(WINDOWS);
            default -> (mark + text).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** With other bytes from one place to another; an end before the beginning means nothing goes. */
    public static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        int end = Math.max(from, to);
        byte[] all = Arrays.copyOf(bytes, bytes.length - (end - from) + between.length);
        System.arraycopy(between, 0, all, from, between.length);
        System.arraycopy(bytes, end, all, from + between.length, bytes.length - end);
        return all;
    }
}
