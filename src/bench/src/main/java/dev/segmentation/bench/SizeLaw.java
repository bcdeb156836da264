package dev.segmentation.bench;

import java.util.Random;

/** How often an entity stands in a list: most once, the others after a power law, a few hundreds of times. */
final class SizeLaw {
    private static final double EXPONENT = 1.5;
    private static final int MOST = 800;

    private final Random random;
    private final int cap;

    SizeLaw(int rows, Random random) {
        this.random = random;
        this.cap = Math.max(20, Math.min(MOST, rows / 100));
    }

    int size(Kind kind) {
        if (random.nextDouble() >= kind.repeated) {
            return 1;
        }
        double least = kind == Kind.CHAIN ? 12 : 2;
        double size = least * Math.pow(1 - random.nextDouble(), -1 / EXPONENT);
        return (int) Math.min(kind.exact() ? Math.min(cap, 60) : cap, size);
    }
}
