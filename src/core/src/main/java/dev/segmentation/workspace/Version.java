package dev.segmentation.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Which version this is, as the build wrote it down. */
public final class Version {
    private static final Properties PROPERTIES = load();

    private Version() {}

    private static Properties load() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of this product. */
    public static String product() {
        return PROPERTIES.getProperty("version");
    }

    /** The version of Drools it was built with. */
    public static String drools() {
        return PROPERTIES.getProperty("drools");
    }

    /** Which build this is: the versions, and the very jar that runs. */
    public static String build() {
        String jar = "";
        try {
            Path code = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(code)) {
                jar = " " + Files.getLastModifiedTime(code) + " " + Files.size(code);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the program cannot find its own jar", e);
        }
        return product() + " " + drools() + jar;
    }
}
