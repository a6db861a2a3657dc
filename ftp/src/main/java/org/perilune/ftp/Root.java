package org.perilune.ftp;

import java.io.IOException;
import java.nio.file.Path;

/** The folder that clients see as {@code /}. It is asked for by each command, as what is served may move meanwhile. */
@FunctionalInterface
public interface Root {
    /** @throws IOException when there are no files at present */
    Path now() throws IOException;
}
