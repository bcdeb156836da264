package dev.segmentation.testkit;

import java.util.stream.IntStream;

/** How often the randomised tests try: a few times in every build, often under {@code -Psoak} or {@code -Dsoak}. */
public final class Soak {
    private Soak() {}

    /** Whether there is time for many tries. */
    public static boolean on() {
        String soak = System.getProperty("soak");
        return soak != null && !soak.equals("false");
    }

    /** The seeds to try. */
    public static IntStream seeds(int normal, int many) {
        return IntStream.rangeClosed(1, on() ? many : normal);
    }
}
