package dev.segmentation.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a password is right. A program that sends name and password with every request would cost a hash of a quarter of a
 * second each time; so what was right once is remembered, as a fingerprint under a key that dies with the process.
 */
final class Passwords {
    private static final int REMEMBERED = 1_000;
    /** Stands in for people who are not there, so that asking for them takes as long. */
    private static final PasswordHash NOBODY = PasswordHash.of(Token.random().toCharArray());

    private final SecretKeySpec key;
    private final Map<String, Boolean> right = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Passwords() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** Whether it was found right before; costs next to nothing. */
    boolean known(User user, char[] password) {
        String print = print(user, password);
        synchronized (right) {
            return right.containsKey(print);
        }
    }

    /** Computes whether it is right; {@code user} may be {@code null}. */
    boolean check(User user, char[] password) {
        if (password.length > PasswordHash.LONGEST) {
            return false;
        }
        boolean matches = (user == null ? NOBODY : user.password()).matches(password) && user != null;
        if (matches) {
            synchronized (right) {
                right.put(print(user, password), true);
            }
        }
        return matches;
    }

    /** The hash is part of it: with another password nothing of it counts any more. */
    private String print(User user, char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((user.line() + "\n").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(new String(password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
