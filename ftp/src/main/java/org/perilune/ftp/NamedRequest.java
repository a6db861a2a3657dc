package org.perilune.ftp;

import java.util.Locale;
import java.util.Set;
import org.apache.ftpserver.ftplet.FtpRequest;

/**
 * A line with its command as the client typed it. The library's takes any X from a command's front, as that marks the
 * experimental ones of old; {@code XYZ} would be answered as {@code YZ}, and {@code XQUIT} obeyed. It also takes the spaces
 * from the end of the line, which are a part of names.
 *
 * @param received milliseconds since 1970
 */
record NamedRequest(String line, long received) implements FtpRequest {
    private static final Set<String> OF_NAMES = Set.of(
            "APPE", "CWD", "DELE", "LIST", "MDTM", "MFMT", "MKD", "MLSD", "MLST", "NLST", "PASS", "RETR", "RMD", "RNFR",
            "RNTO", "SIZE", "STOR", "XCWD", "XMKD", "XRMD");

    NamedRequest(String line, long received) {
        this.line = line.stripLeading();
        this.received = received;
    }

    @Override
    public String getCommand() {
        return line.split(" ", 2)[0].trim().toUpperCase(Locale.ROOT);
    }

    @Override
    public String getRequestLine() {
        return line;
    }

    /** Null when there is none. */
    @Override
    public String getArgument() {
        int space = line.indexOf(' ');
        String argument = space < 0 ? "" : line.substring(space + 1);
        if (argument.isBlank()) {
            return null;
        }
        return OF_NAMES.contains(getCommand()) ? argument : argument.trim();
    }

    @Override
    public boolean hasArgument() {
        return getArgument() != null;
    }

    @Override
    public long getReceivedTime() {
        return received;
    }
}
