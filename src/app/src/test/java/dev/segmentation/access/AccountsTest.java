package dev.segmentation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.rest.security.AccessFiles;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    private static final AccessLimits LIMITS =
            new AccessLimits(3, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofHours(2));

    @TempDir
    private Path folder;

    private final Hands clock = new Hands();
    private Path users;
    private Path tokens;
    private Accounts accounts;

    /** A clock that the test sets. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-25T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void people() {
        users = folder.resolve("users");
        tokens = folder.resolve("tokens");
        AccessFiles.addUser(users, "kim", "right", Role.ANALYST);
        accounts = new Accounts(Optional.of(users), Optional.of(tokens), LIMITS, clock);
    }

    private Optional<Account> kim(String password, String address) {
        return accounts.password("kim", password.toCharArray(), address);
    }

    @Test
    void rightPasswordIsKnownFromThenOnUntilItChanges() {
        assertThat(accounts.known("kim", "right".toCharArray())).isEmpty();
        assertThat(kim("right", "10.0.0.1")).map(Account::name).contains("kim");
        assertThat(accounts.known("kim", "right".toCharArray())).isPresent();
        assertThat(accounts.known("kim", "wrong".toCharArray())).isEmpty();
        AccountList.users(users).remove("kim");
        assertThat(accounts.known("kim", "right".toCharArray())).isEmpty();
        AccessFiles.addUser(users, "kim", "right", Role.VIEWER);
        assertThat(accounts.known("kim", "right".toCharArray())).isEmpty();
    }

    @Test
    void oneAddressMayFailThreeTimesThenWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(accounts.password("guess" + i, "x".toCharArray(), "10.0.0.1"))
                    .isEmpty();
        }
        assertThatThrownBy(() -> kim("right", "10.0.0.1"))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class, e -> assertThat(e.seconds()).isEqualTo(10));
        assertThat(kim("right", "10.0.0.2")).isPresent();
        clock.pass(Duration.ofSeconds(10));
        assertThat(kim("right", "10.0.0.1")).isPresent();
    }

    @Test
    void oneNameMayFailSixTimesFromAnywhere() {
        for (int i = 0; i < 6; i++) {
            assertThat(kim("wrong", "10.0.1." + i)).isEmpty();
        }
        assertThatThrownBy(() -> kim("right", "10.0.1.99")).isInstanceOf(TooManyAttempts.class);
        clock.pass(Duration.ofSeconds(5));
        assertThat(kim("right", "10.0.1.99")).isPresent();
    }

    @Test
    void successesCostNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(kim("right", "10.0.0.1")).isPresent();
        }
    }

    @Test
    void attemptsRememberNoMoreThanTheyShould() {
        RateLimiter attempts = new RateLimiter(3, Duration.ofMinutes(1), 100, clock);
        for (int i = 0; i < 1_000; i++) {
            attempts.take("key" + i);
        }
        assertThat(attempts.keys()).isEqualTo(100);
    }

    @Test
    void sessionEndsWhenIdleAndAfterItsLongestTime() {
        Account kim = kim("right", "10.0.0.1").orElseThrow();
        String idle = accounts.begin(kim).orElseThrow();
        String busy = accounts.begin(kim).orElseThrow();
        assertThat(idle).isNotEqualTo(busy);
        for (int i = 0; i < 4; i++) {
            clock.pass(Duration.ofMinutes(29));
            assertThat(accounts.session(busy)).isPresent();
        }
        assertThat(accounts.session(idle)).isEmpty();
        clock.pass(Duration.ofMinutes(5));
        assertThat(accounts.session(busy)).isEmpty();
        assertThat(accounts.session("made up")).isEmpty();
    }

    @Test
    void onePersonHasTwentySessionsAtMost() {
        Account kim = kim("right", "10.0.0.1").orElseThrow();
        String first = accounts.begin(kim).orElseThrow();
        for (int i = 0; i < 20; i++) {
            accounts.begin(kim);
        }
        assertThat(accounts.session(first)).isEmpty();
    }

    @Test
    void tokenExpires() {
        Instant end = clock.instant().plusSeconds(60);
        String token = AccessFiles.addToken(tokens, "billing", end, Role.OPERATOR);
        assertThat(accounts.token(token)).map(Account::name).contains("billing");
        clock.pass(Duration.ofSeconds(60));
        assertThat(accounts.token(token)).isEmpty();
    }

    @Test
    void damagedFileLeavesTheFormerUsersInForceAndAMissingOneLeavesNobody() throws IOException {
        Files.writeString(users, "kim:analyst\n");
        assertThat(kim("right", "10.0.0.1")).isPresent();
        Files.delete(users);
        assertThat(kim("right", "10.0.0.1")).isEmpty();
    }

    @Test
    void damagedFileAtStartIsAnError() throws IOException {
        Files.writeString(users, "kim:boss:x\n");
        assertThatThrownBy(() -> new Accounts(Optional.of(users), Optional.empty(), LIMITS, clock))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("users:1: (boss) is no role");
    }

    @Test
    void oneLetterInTwoFormsIsTheSamePassword() {
        PasswordHash hash = PasswordHash.of("Zoe\u0308".toCharArray(), 10);
        assertThat(hash.matches("Zo\u00eb".toCharArray())).isTrue();
        assertThat(hash.matches("Zoe".toCharArray())).isFalse();
        assertThat(PasswordHash.parse(hash.text()).matches("Zo\u00eb".toCharArray()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:0db8:0001:0002::9, 2001:db8:1:2:",
        "2001:db8::1, 2001:db8:0:0:",
        "::1, 0:0:0:0:",
        "fe80::1%eth0, fe80:0:0:0:",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void addressesOfOneNetworkCountAsOne(String address, String counted) {
        assertThat(RateLimiter.network(address)).isEqualTo(counted);
    }
}
