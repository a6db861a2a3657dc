package org.perilune.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.ExitCode;

/**
 * The process's standard output. What cannot be written is lost and the command goes on, as whatever else it does is
 * wanted nevertheless; that something was lost is told at the end.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream target;
    /** What failed first; null while all was written. */
    private IOException failure;

    StandardOutput(OutputStream target) {
        this.target = target;
    }

    /** Takes the place of {@link System#out}. */
    @SuppressWarnings("DefaultCharset") // commands write bytes, or encode their text themselves
    static StandardOutput install() {
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(out, true));
        return out;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (failure == null) {
            try {
                target.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /**
     * The command's exit code, or that of a failure when not all could be written.
     *
     * @param errors where the reason is told, in one line
     */
    synchronized int exitCode(int code, PrintStream errors) {
        if (failure == null) {
            return code;
        }
        // As tools end that SIGPIPE kills: whoever reads no further, such as head, wants to hear nothing of it. In some
        // languages the system says it otherwise; then there is a line.
        if (!String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")) {
            errors.println("perilune: standard output: " + HostFiles.reason(failure));
        }
        return code == ExitCode.OK ? ExitCode.SOFTWARE : code;
    }
}
