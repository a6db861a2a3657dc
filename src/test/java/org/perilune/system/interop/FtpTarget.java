package org.perilune.system.interop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.perilune.board.storage.FileStore;
import org.perilune.ftp.FtpClient;

/** An FTP server that is tried: it runs once this is made, on a board of its own, and ends with it. */
interface FtpTarget extends AutoCloseable {
    String USER = "perilune";
    String PASSWORD = "secret";

    InetSocketAddress address();

    /** The certificate, in a PEM file, that clients may trust; null when the server speaks in the clear. */
    default Path certificate() {
        return null;
    }

    /** Connects, encrypted if the server asks for that, and logs in. */
    FtpClient login() throws IOException;

    /** What it is able to do. */
    Set<Ability> abilities();

    /** How many clients it serves at a time; a program that uses several connections is told. */
    int clients();

    /** The files that it serves, as the board sees them. */
    FileStore files();

    /** What its board has printed so far. */
    String printed();

    @Override
    void close() throws IOException;
}
