package dev.segmentation.access;

import dev.segmentation.files.Sha256;
import java.time.Instant;
import java.util.Set;

/**
 * A token that was just made.
 *
 * @param secret what the machine sends; shown once and kept nowhere
 * @param token what is kept of it
 */
public record NewToken(String secret, Token token) {
    /** Makes one. */
    public static NewToken make(String name, Set<Role> roles, Instant expires) {
        String secret = Token.PREFIX + Token.random();
        return new NewToken(secret, new Token(name, roles, expires, Sha256.hex(secret)));
    }
}
