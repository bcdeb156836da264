package dev.segmentation.testkit;

import java.nio.file.Path;

/**
 * One mutated file.
 *
 * @param bytes what stands in it
 * @param check reads it and throws if what comes out is wrong
 */
public record FuzzInput(byte[] bytes, Check check) {
    /** What must hold of a file. */
    public interface Check {
        /** May let pass an exception that tells people about the file. */
        void accept(Path file) throws Exception;
    }

    /** Fails where something does not hold. */
    public static void hold(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
