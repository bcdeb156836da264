package dev.segmentation.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Feeds a reader with mutated files: a tenth of them in every build, all under {@code -Psoak}. Input {@code n} depends on
 * the seed and on {@code n} alone. One that fails is kept in {@code target/fuzz} and runs again, by itself, with
 * {@code -Dfuzz.only=n}; {@code -Dfuzz.seed} chooses other inputs.
 */
public final class Fuzz {
    private static final Path KEPT = Path.of("target", "fuzz");
    private static final long MILLIS = 5_000;
    private static final int ENOUGH = 20;

    private final String target;
    private final Path file;
    private final List<Class<?>> told;
    private final long seed = Long.getLong("fuzz.seed", 1);
    private final List<String> failures = new ArrayList<>();

    /**
     * A test of one reader.
     *
     * @param target its name, for people
     * @param file where every input is written before it is read
     * @param told the exceptions that a reader may throw, as they name the file and what to do
     */
    public Fuzz(String target, Path file, Class<?>... told) {
        this.target = target;
        this.file = file;
        this.told = List.of(told);
    }

    /** Tries inputs, all or a tenth of them. */
    public void run(int all, Function<Random, FuzzInput> maker) throws IOException, InterruptedException {
        Files.createDirectories(KEPT);
        int only = Integer.getInteger("fuzz.only", 0);
        int last = only > 0 ? only : Soak.on() ? all : all / 10;
        long slowest = 0;
        for (int number = Math.max(1, only); number <= last && failures.size() < ENOUGH; number++) {
            FuzzInput input = maker.apply(new Random(seed * 1_000_003 + number));
            Files.write(file, input.bytes());
            long start = System.nanoTime();
            Throwable thrown = inTime(input);
            slowest = Math.max(slowest, System.nanoTime() - start);
            if (thrown != null && !tells(thrown)) {
                failures.add(kept(number, input, thrown));
            }
        }
        System.out.println(target + ": " + (last - Math.max(1, only) + 1) + " inputs, the slowest took "
                + slowest / 1_000_000 + " ms, " + failures.size() + " failed");
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " inputs failed:\n" + String.join("\n", failures));
        }
    }

    /** What the check threw, {@code null} for nothing. Runs beside, so that one which hangs is noticed. */
    private Throwable inTime(FuzzInput input) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                input.check().accept(file);
            } catch (Throwable e) {
                thrown[0] = e;
            }
        });
        thread.setDaemon(true);
        thread.start();
        thread.join(MILLIS);
        if (!thread.isAlive()) {
            return thrown[0];
        }
        AssertionError slow = new AssertionError("takes longer than " + MILLIS + " ms");
        slow.setStackTrace(thread.getStackTrace());
        thread.join(10 * MILLIS); // the next input must not share its file
        return slow;
    }

    /** Whether an exception is one that a person can act upon: of a known kind, and it names the file. */
    private boolean tells(Throwable e) {
        boolean known = told.stream().anyMatch(kind -> kind.isInstance(e));
        return known
                && String.valueOf(e.getMessage()).contains(file.getFileName().toString());
    }

    private String kept(int number, FuzzInput input, Throwable thrown) throws IOException {
        String name = target + "-" + seed + "-" + number + "-" + file.getFileName();
        Files.write(KEPT.resolve(name), input.bytes());
        StackTraceElement[] trace = thrown.getStackTrace();
        StringBuilder text = new StringBuilder(name + ": " + thrown);
        Stream.of(trace)
                .filter(frame -> frame.getClassName().startsWith("dev.segmentation"))
                .limit(3)
                .forEach(frame -> text.append("\n    ").append(frame));
        return text.toString();
    }
}
