import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A Java agent that counts the methods of our classes as they are entered: constructors and bodies of lambdas too, static
 * initialisers not. Classes that a framework generates in our packages name no source file, and are not counted.
 *
 * <p>Its argument is a folder. When a file named reset appears there, the counts begin at zero; when a file named dump
 * appears, and when the program ends, the counts are written to counts, a line per class. The file that asked is removed
 * when the work is done.
 */
public final class TouchedAgent implements ClassFileTransformer {
    private static final int MOST_CLASSES = 10_000;
    private static final AtomicLongArray COUNTS = new AtomicLongArray(MOST_CLASSES);
    private static final List<String> NAMES = new ArrayList<>();

    /** Starts counting, and the thread that waits for files. */
    public static void premain(String folder, Instrumentation instrumentation) {
        instrumentation.addTransformer(new TouchedAgent());
        Path place = Path.of(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> dump(place)));
        Thread waiting = new Thread(() -> waitForFiles(place), "touched");
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Called by the classes themselves, at the start of each method. */
    public static void entered(int number) {
        COUNTS.incrementAndGet(number);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !name.startsWith("dev/segmentation/") || !namesItsSource(bytes)) {
            return null;
        }
        int number;
        synchronized (NAMES) {
            number = NAMES.size();
            NAMES.add(name.replace('/', '.'));
        }
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Counting(writer, number), 0);
        return writer.toByteArray();
    }

    private static boolean namesItsSource(byte[] bytes) {
        boolean[] named = new boolean[1];
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitSource(String source, String debug) {
                named[0] = source != null && source.endsWith(".java");
            }
        };
        new ClassReader(bytes).accept(visitor, ClassReader.SKIP_CODE);
        return named[0];
    }

    private static void waitForFiles(Path folder) {
        try {
            while (true) {
                if (Files.exists(folder.resolve("reset"))) {
                    for (int i = 0; i < MOST_CLASSES; i++) {
                        COUNTS.set(i, 0);
                    }
                    Files.delete(folder.resolve("reset"));
                }
                if (Files.exists(folder.resolve("dump"))) {
                    dump(folder);
                    Files.delete(folder.resolve("dump"));
                }
                Thread.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void dump(Path folder) {
        String[] names;
        synchronized (NAMES) {
            names = NAMES.toArray(String[]::new);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (COUNTS.get(i) > 0) {
                lines.add(names[i] + " " + COUNTS.get(i));
            }
        }
        String[] sorted = lines.toArray(String[]::new);
        Arrays.sort(sorted);
        try {
            Files.write(folder.resolve("counts"), List.of(sorted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the call at the start of each method that has a body. */
    private static final class Counting extends ClassVisitor {
        private final int number;

        Counting(ClassVisitor next, int number) {
            super(Opcodes.ASM9, next);
            this.number = number;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String types, String generic, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, types, generic, exceptions);
            if (name.equals("<clinit>")) {
                return next;
            }
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    super.visitLdcInsn(number);
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC, TouchedAgent.class.getName(), "entered", "(I)V", false);
                }
            };
        }
    }
}
