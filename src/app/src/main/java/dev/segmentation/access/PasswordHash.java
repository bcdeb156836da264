package dev.segmentation.access;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as it is kept: PBKDF2 with HMAC-SHA-512, salted; {@code pbkdf2-sha512$rounds$salt$hash}. */
public final class PasswordHash {
    /** Longer ones are refused before anything is computed. */
    public static final int LONGEST = 1_000;

    private static final String SCHEME = "pbkdf2-sha512";
    /** What OWASP asks for this function (Password Storage Cheat Sheet, 2023). */
    private static final int ROUNDS = 210_000;

    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password with a new salt. */
    public static PasswordHash of(char[] password) {
        return of(password, ROUNDS);
    }

    /** Hashes with fewer or more rounds than usual. */
    public static PasswordHash of(char[] password, int rounds) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new PasswordHash(rounds, salt, derive(password, salt, rounds));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is not such a text
     */
    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalArgumentException("the hash is not of the form " + SCHEME + "$rounds$salt$hash");
        }
        int rounds = Integer.parseInt(parts[1]);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        if (rounds < 1 || rounds > MOST_ROUNDS || salt.length < SALT || hash.length != BITS / 8) {
            throw new IllegalArgumentException("the hash has wrong numbers of rounds or bytes");
        }
        return new PasswordHash(rounds, salt, hash);
    }

    /** Whether it is the password; takes the same time for any that is not. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, rounds));
    }

    int rounds() {
        return rounds;
    }

    /** As it stands in the file. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME + "$" + rounds + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** One letter may be typed as one character or as two; both are the same password. */
    private static byte[] derive(char[] password, byte[] salt, int rounds) {
        char[] normal = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC)
                .toCharArray();
        PBEKeySpec spec = new PBEKeySpec(normal, salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2 with SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
