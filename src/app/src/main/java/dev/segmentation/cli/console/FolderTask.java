package dev.segmentation.cli.console;

import picocli.CommandLine.Mixin;

/** A command over the folders of customers, outputs and rules. */
public abstract class FolderTask extends Task {
    @Mixin
    protected CommonOptions options;
}
