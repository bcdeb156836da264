package dev.segmentation.access;

import dev.segmentation.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Decides who somebody is, by password, session or token. Changes of the files count from the next request on. */
public final class Accounts {
    /** How many addresses and names are remembered for their failures. */
    private static final int REMEMBERED = 10_000;
    /** How many right passwords are remembered. */
    private static final int PASSWORDS = 1_000;
    /** Stands in for people who are not there, so that asking for them takes as long. */
    private static final PasswordHash NOBODY = PasswordHash.of(Token.random().toCharArray());

    private final Optional<AccountList<User>> users;
    private final Optional<AccountList<Token>> tokens;
    /**
     * A program that sends name and password with every request would cost a hash of a quarter of a second each time; so what was
     * right once is remembered, as a fingerprint under a key that dies with the process.
     */
    private final Map<String, Boolean> right = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > PASSWORDS;
        }
    };

    private final SecretKeySpec key =
            new SecretKeySpec(Token.random().getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    private final Sessions sessions;
    private final RateLimiter byAddress;
    private final RateLimiter byName;
    private final Clock clock;

    /**
     * Reads both files; either may be absent.
     *
     * @throws dev.segmentation.table.TableException if a line cannot be understood
     */
    public Accounts(Optional<Path> users, Optional<Path> tokens, AccessLimits limits, Clock clock) {
        this.users = users.map(AccountList::users);
        this.tokens = tokens.map(AccountList::tokens);
        this.sessions = new Sessions(limits, clock);
        this.byAddress = new RateLimiter(limits.failures(), limits.window(), REMEMBERED, clock);
        this.byName = new RateLimiter(2 * limits.failures(), limits.window(), REMEMBERED, clock);
        this.clock = clock;
        this.users.ifPresent(AccountList::current);
        this.tokens.ifPresent(AccountList::current);
    }

    /** Whether there is anybody who could sign on with a password. */
    public boolean hasPasswords() {
        return users.isPresent();
    }

    /** Somebody whose password was right before; costs next to nothing. */
    public Optional<Account> known(String name, char[] password) {
        return Optional.ofNullable(people().get(name))
                .filter(user -> {
                    synchronized (right) {
                        return right.containsKey(print(user, password));
                    }
                })
                .map(Accounts::account);
    }

    /**
     * Checks a password, which takes a while on purpose, and as long for people who are not there.
     *
     * @param address where the request comes from
     * @throws TooManyAttempts if the address or the name failed too often
     */
    public Optional<Account> password(String name, char[] password, String address) {
        String from = RateLimiter.network(address);
        // names of strangers are kept as hashes: they may be long
        String who = Sha256.hex(name);
        take(byAddress, from, () -> {});
        take(byName, who, () -> byAddress.giveBack(from));
        User user = people().get(name);
        if (!isRight(user, password)) {
            return Optional.empty();
        }
        byAddress.giveBack(from);
        byName.giveBack(who);
        return Optional.of(account(user));
    }

    /** Computes whether a password is right; {@code user} may be {@code null}. */
    private boolean isRight(User user, char[] password) {
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

    private static void take(RateLimiter attempts, String key, Runnable refused) {
        Duration wait = attempts.take(key);
        if (!wait.isZero()) {
            refused.run();
            throw new TooManyAttempts(wait);
        }
    }

    /** Begins a session for somebody who signed on; the secret goes into a cookie. */
    public Optional<String> begin(Account account) {
        return Optional.ofNullable(people().get(account.name())).map(sessions::begin);
    }

    /** Whose session it is. */
    public Optional<Account> session(String secret) {
        return sessions.user(secret, people()).map(Accounts::account);
    }

    /** Ends a session. */
    public void end(String secret) {
        sessions.end(secret);
    }

    /** The machine that has this token, unless it has expired. */
    public Optional<Account> token(String token) {
        return tokens.filter(list -> token.startsWith(Token.PREFIX))
                .map(list -> list.current().get(Sha256.hex(token)))
                .filter(found -> !found.expired(clock.instant()))
                .map(found -> new Account(found.name(), found.roles()));
    }

    private Map<String, User> people() {
        return users.map(AccountList::current).orElse(Map.of());
    }

    private static Account account(User user) {
        return new Account(user.name(), Set.copyOf(user.roles()));
    }
}
