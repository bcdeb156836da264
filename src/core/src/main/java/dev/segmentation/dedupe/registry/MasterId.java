package dev.segmentation.dedupe.registry;

import dev.segmentation.files.Sha256;

/** Makes master ids: {@code M} and ten base-32 characters (RFC 4648) of the SHA-256 of the canonical name. */
final class MasterId {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 10;

    private MasterId() {}

    static String of(String canonical) {
        byte[] hash = Sha256.of(canonical);
        StringBuilder id = new StringBuilder("M");
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = bits << 8 | (hash[i] & 0xFF);
        }
        for (int i = 0; i < LENGTH; i++) {
            id.append(BASE32.charAt((int) (bits >>> (51 - 5 * i)) & 31));
        }
        return id.toString();
    }

    static boolean valid(String id) {
        if (id.length() != LENGTH + 1 || id.charAt(0) != 'M') {
            return false;
        }
        for (int i = 1; i <= LENGTH; i++) {
            if (BASE32.indexOf(id.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
