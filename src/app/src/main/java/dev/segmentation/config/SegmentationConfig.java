package dev.segmentation.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the service: {@code segmenter.*} in the configuration, {@code SEGMENTER_*} in the environment. */
@ConfigMapping(prefix = "segmenter")
public interface SegmentationConfig {
    /** Folder of the customer list and the decisions of people. */
    @WithDefault("input")
    Path input();

    /** The customer list; by default {@code CustomerLastBillingDate.csv} in the input folder. */
    Optional<Path> customers();

    /** Folder of the output tables. */
    @WithDefault("output")
    Path output();

    /** Folder of the rule sets. */
    @WithDefault("rules")
    Path rules();

    /** Folder of what the service keeps beside: change sets of rules, their journal and former versions. */
    @WithDefault("state")
    Path state();

    /** Encoding of the input files. */
    @WithDefault("UTF-8")
    Charset encoding();

    /** How many runs stay under {@code runs/} of the output folder, 0 for none. */
    @WithDefault("12")
    int keepRuns();

    /** Of how many versions of the rules the files are kept, so that there is a way back; of the one in use they always are. */
    @WithDefault("100")
    int keepRuleVersions();

    /** Whether the last run is read, and the rules are used, before somebody asks. */
    @WithDefault("true")
    boolean warmUp();

    /** How many jobs that are over stay known. */
    @WithDefault("50")
    int keepJobs();

    /** How many jobs may wait. */
    @WithDefault("20")
    int maxWaitingJobs();

    /** How many names one request may ask to classify. */
    @WithDefault("1000")
    int maxNames();

    /** Who may use the service, and how much of it at once. */
    @WithParentName
    AccessConfig access();
}
