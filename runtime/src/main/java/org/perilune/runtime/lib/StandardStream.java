package org.perilune.runtime.lib;

import java.io.IOException;

/** One of the three standard streams as a file. */
final class StandardStream implements HostFile {
    /** Which one. */
    enum Kind {
        INPUT,
        OUTPUT,
        ERROR
    }

    private static final int NOTHING_AHEAD = -2;

    private final BareHost host;
    private final Kind kind;
    private int ahead = NOTHING_AHEAD;

    StandardStream(BareHost host, Kind kind) {
        this.host = host;
        this.kind = kind;
    }

    @Override
    public int read() throws IOException {
        int next = peek();
        ahead = NOTHING_AHEAD;
        return next;
    }

    @Override
    public int peek() throws IOException {
        if (kind != Kind.INPUT) {
            throw new IOException("Bad file descriptor");
        }
        if (ahead == NOTHING_AHEAD) {
            ahead = host.readInput();
        }
        return ahead;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        switch (kind) {
            case OUTPUT -> host.print(bytes, from, length);
            case ERROR -> host.printError(bytes, from, length);
            case INPUT -> throw new IOException("Bad file descriptor");
        }
    }

    @Override
    public long seek(int origin, long offset) throws IOException {
        throw new IOException("Illegal seek");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public boolean isStandard() {
        return true;
    }
}
