package dev.segmentation.access;

import dev.segmentation.files.Sha256;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a machine signs on with: a line {@code name:roles:expiry:SHA-256} of the tokens file. The token itself is kept nowhere;
 * it is random and long, so a plain hash tells nothing.
 *
 * @param name which machine; stands in the journal
 * @param roles what it may do, at least one
 * @param expires from when on it no longer counts, {@link Instant#MAX} if never
 * @param hash SHA-256 of the token, hexadecimal
 */
public record Token(String name, Set<Role> roles, Instant expires, String hash) {
    /** How every token begins, so that it is told from those of an identity provider, and found by scanners of secrets. */
    public static final String PREFIX = "seg_";

    private static final String NEVER = "never";
    /** A time holds colons itself. */
    private static final Pattern LINE = Pattern.compile("([^:]*):([^:]*):(.+):([^:]*)");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Token {
        AccountList.checkName(name);
        roles = Set.copyOf(roles);
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("the hash is not 64 hexadecimal digits");
        }
    }

    /** What a machine may send: shown once and kept nowhere. */
    public static String newSecret() {
        return PREFIX + random();
    }

    /** What is kept of a secret. */
    public static Token of(String secret, String name, Set<Role> roles, Instant expires) {
        return new Token(name, roles, expires, Sha256.hex(secret));
    }

    /** A random text that nobody guesses. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it has expired by then. */
    public boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    static Token parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a line is name:roles:expiry:hash");
        }
        Instant expires = parts.group(3).equals(NEVER) ? Instant.MAX : Instant.parse(parts.group(3));
        return new Token(parts.group(1), Role.list(parts.group(2)), expires, parts.group(4));
    }

    String line() {
        return name + ":" + Role.text(roles) + ":" + expiry() + ":" + hash;
    }

    /** The end as text, {@code never} if there is none. */
    public String expiry() {
        return expires.equals(Instant.MAX)
                ? NEVER
                : expires.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
