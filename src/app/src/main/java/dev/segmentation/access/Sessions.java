package dev.segmentation.access;

import dev.segmentation.files.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is signed on with a browser. Kept in memory: a restart signs everybody off. */
final class Sessions {
    private static final int MOST = 2_000;
    private static final int MOST_OF_ONE = 20;

    private final AccessLimits limits;
    private final Clock clock;
    /** By the hash of the secret, the one used longest ago first. */
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(AccessLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** The account as it was when it signed on: a session ends when its line in the file is another. */
    private record Session(String name, String line, Instant begun, Instant used) {}

    /** Begins a session and returns its secret, which goes into a cookie. */
    synchronized String begin(User user) {
        sessions.values().removeIf(this::over);
        long own = sessions.values().stream()
                .filter(session -> session.name.equals(user.name()))
                .count();
        if (own >= MOST_OF_ONE || sessions.size() >= MOST) {
            dropOldest(own >= MOST_OF_ONE ? user.name() : null);
        }
        String secret = Token.random();
        Instant now = clock.instant();
        sessions.put(Sha256.hex(secret), new Session(user.name(), user.line(), now, now));
        return secret;
    }

    private void dropOldest(String name) {
        sessions.entrySet().stream()
                .filter(entry -> name == null || entry.getValue().name.equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(sessions::remove);
    }

    /** The user whose session that is, if it is not over and the user is still the same. */
    synchronized Optional<User> user(String secret, Map<String, User> users) {
        String hash = Sha256.hex(secret);
        Session session = sessions.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        User user = users.get(session.name);
        if (over(session) || user == null || !user.line().equals(session.line)) {
            sessions.remove(hash);
            return Optional.empty();
        }
        sessions.put(hash, new Session(session.name, session.line, session.begun, clock.instant()));
        return Optional.of(user);
    }

    synchronized void end(String secret) {
        sessions.remove(Sha256.hex(secret));
    }

    private boolean over(Session session) {
        Instant now = clock.instant();
        return now.isAfter(session.used.plus(limits.idle())) || now.isAfter(session.begun.plus(limits.longest()));
    }

    synchronized int count() {
        return sessions.size();
    }
}
