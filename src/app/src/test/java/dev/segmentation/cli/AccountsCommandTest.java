package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsCommandTest {
    private static final String PASSWORD = "four words, no relation\n";

    @TempDir
    private Path folder;

    private Call users(String typed, Object... args) {
        return call("users", "--users", folder.resolve("users"), typed, args);
    }

    private Call tokens(Object... args) {
        return call("tokens", "--tokens", folder.resolve("tokens"), "", args);
    }

    private static Call call(String command, String option, Path file, String typed, Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = command;
        all[1] = args[0];
        all[2] = option;
        all[3] = file;
        System.arraycopy(args, 1, all, 4, args.length - 1);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return Call.of(all);
        } finally {
            System.setIn(before);
        }
    }

    private String content(String file) {
        return String.join("\n", Folders.lines(folder.resolve(file)));
    }

    @Test
    void usersAreAddedListedChangedAndRemoved() {
        assertThat(users(PASSWORD, "add", "kim", "--role", "analyst,operator").code())
                .isZero();
        assertThat(content("users")).matches("kim:analyst,operator:pbkdf2-sha512\\$210000\\$.{24}\\$.{44}");
        assertThat(users(PASSWORD, "add", "kim", "--role", "viewer").code()).isEqualTo(2);
        String before = content("users");
        assertThat(users("another one, quite long\n", "password", "kim").code()).isZero();
        assertThat(content("users")).startsWith("kim:analyst,operator:").isNotEqualTo(before);
        assertThat(users("", "roles", "kim", "--role", "viewer").code()).isZero();
        assertThat(users("", "list").out().strip()).isEqualTo("kim  viewer");
        assertThat(users("", "list", "--json").out()).contains("\"kim\"").doesNotContain("pbkdf2");
        assertThat(users("", "remove", "kim").code()).isZero();
        assertThat(users("", "remove", "kim").code()).isEqualTo(2);
        assertThat(content("users")).isBlank();
    }

    @Test
    void whatPeopleWroteIntoTheFileStays() throws IOException {
        Files.writeString(folder.resolve("users"), "# the finance team\n\n");
        users(PASSWORD, "add", "kim", "--role", "viewer");
        users(PASSWORD, "add", "lee", "--role", "viewer");
        users("", "remove", "kim");
        assertThat(Folders.lines(folder.resolve("users")))
                .hasSize(3)
                .startsWith("# the finance team", "")
                .last()
                .asString()
                .startsWith("lee:");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsTheFile() throws IOException {
        users(PASSWORD, "add", "kim", "--role", "viewer");
        Path file = folder.resolve("users");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        users(PASSWORD, "add", "lee", "--role", "viewer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "", " kim", "a\tb", "x\u0007"})
    void namesThatWouldBreakALineAreRefused(String name) {
        assertThat(users(PASSWORD, "add", name, "--role", "viewer").code()).isEqualTo(2);
        assertThat(folder.resolve("users")).doesNotExist();
    }

    @Test
    void shortPasswordsAndUnknownRolesAreRefused() {
        Call weak = users("short\n", "add", "kim", "--role", "viewer");
        assertThat(weak.code()).isEqualTo(2);
        assertThat(weak.err()).contains("12 to 1000 characters, not 5");
        Call role = users(PASSWORD, "add", "kim", "--role", "boss");
        assertThat(role.err()).contains("(boss) is no role. Write viewer, analyst, rules-admin, operator");
        assertThat(folder.resolve("users")).doesNotExist();
    }

    @Test
    void damagedLineIsNamedWithoutItsHash() throws IOException {
        Files.writeString(folder.resolve("users"), "# x\nkim:viewer:secret\n");
        Call call = users("", "list");
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("users:2: the hash is not of the form").doesNotContain("secret");
    }

    @Test
    void tokenIsShownOnceAndKeptAsAHash() {
        Call made = tokens("create", "billing", "--role", "operator", "--days", "30");
        assertThat(made.code()).isZero();
        String token = made.out().strip();
        assertThat(token).matches("seg_[A-Za-z0-9_-]{43}");
        assertThat(content("tokens"))
                .matches("billing:operator:\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ:[0-9a-f]{64}")
                .doesNotContain(token.substring(4));
        assertThat(tokens("create", "billing", "--role", "viewer").code()).isEqualTo(2);
        tokens("create", "web", "--role", "viewer");
        assertThat(tokens("list").out()).contains("billing  operator  2", "web  viewer  never");
        assertThat(tokens("revoke", "billing").code()).isZero();
        assertThat(tokens("list").out()).doesNotContain("billing");
        assertThat(tokens("revoke", "billing").code()).isEqualTo(2);
    }

    @Test
    void fileMustBeNamed() {
        assertThat(Call.of("users", "list").code()).isEqualTo(2);
    }

    @Test
    void everyPartTellsItsOptions() {
        for (String part : List.of("users add", "users list", "users password", "tokens create", "tokens revoke")) {
            Object[] help = (part + " --help").split(" ");

            assertThat(Call.of(help).out()).as(part).contains("Usage: segmenter " + part, "--help");
        }
    }
}
