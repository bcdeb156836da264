package dev.segmentation.cli;

/** Entry. */
@io.quarkus.runtime.annotations.QuarkusMain
public class Main {
    /** Starts.*/
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
