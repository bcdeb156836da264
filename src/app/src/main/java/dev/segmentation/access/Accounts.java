package dev.segmentation.access;

import dev.segmentation.files.Sha256;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides who somebody is, by password, session or token. Changes of the files count from the next request on. */
public final class Accounts {
    /** How many addresses and names are remembered for their failures. */
    private static final int REMEMBERED = 10_000;

    private final ReloadingFile<User> users;
    private final ReloadingFile<Token> tokens;
    private final Passwords passwords = new Passwords();
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
        this.users = users.map(file -> new ReloadingFile<>(AccountList.users(file), User::name))
                .orElse(null);
        this.tokens = tokens.map(file -> new ReloadingFile<>(AccountList.tokens(file), Token::hash))
                .orElse(null);
        this.sessions = new Sessions(limits, clock);
        this.byAddress = new RateLimiter(limits.failures(), limits.window(), REMEMBERED, clock);
        this.byName = new RateLimiter(2 * limits.failures(), limits.window(), REMEMBERED, clock);
        this.clock = clock;
    }

    /** Whether there is anybody who could sign on with a password. */
    public boolean hasPasswords() {
        return users != null;
    }

    /** Somebody whose password was right before; costs next to nothing. */
    public Optional<Account> known(String name, char[] password) {
        return Optional.ofNullable(people().get(name))
                .filter(user -> passwords.known(user, password))
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
        if (!passwords.check(user, password)) {
            return Optional.empty();
        }
        byAddress.giveBack(from);
        byName.giveBack(who);
        return Optional.of(account(user));
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
        if (tokens == null || !token.startsWith(Token.PREFIX)) {
            return Optional.empty();
        }
        return Optional.ofNullable(tokens.entries().get(Sha256.hex(token)))
                .filter(found -> !found.expired(clock.instant()))
                .map(found -> new Account(found.name(), found.roles()));
    }

    private Map<String, User> people() {
        return users == null ? Map.of() : users.entries();
    }

    private static Account account(User user) {
        return new Account(user.name(), Set.copyOf(user.roles()));
    }
}
