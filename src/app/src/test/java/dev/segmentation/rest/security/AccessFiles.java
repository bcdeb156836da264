package dev.segmentation.rest.security;

import dev.segmentation.access.AccountList;
import dev.segmentation.access.PasswordHash;
import dev.segmentation.access.Role;
import dev.segmentation.access.Token;
import dev.segmentation.access.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Users and tokens for tests, with passwords that are hashed quickly. */
public final class AccessFiles {
    private static final int FEW_ROUNDS = 1_000;

    private AccessFiles() {}

    /** Adds a user and returns it. */
    public static User addUser(Path file, String name, String password, Role... roles) {
        User user = new User(name, Set.of(roles), PasswordHash.of(password.toCharArray(), FEW_ROUNDS));
        AccountList.users(file).add(user);
        return user;
    }

    /** Adds a token and returns its secret. */
    public static String addToken(Path file, String name, Instant expires, Role... roles) {
        String secret = Token.newSecret();
        AccountList.tokens(file).add(Token.of(secret, name, Set.of(roles), expires));
        return secret;
    }
}
