package org.perilune.ftp;

import java.util.Locale;
import org.apache.ftpserver.ftplet.FtpRequest;

/**
 * A line with its command as the client typed it. The library takes any X from a command's front, as that marks the
 * experimental ones of old; {@code XYZ} would be answered as {@code YZ}, and {@code XQUIT} obeyed.
 */
record NamedRequest(FtpRequest request) implements FtpRequest {
    @Override
    public String getCommand() {
        return getRequestLine().split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    @Override
    public String getRequestLine() {
        return request.getRequestLine();
    }

    @Override
    public String getArgument() {
        return request.getArgument();
    }

    @Override
    public boolean hasArgument() {
        return request.hasArgument();
    }

    @Override
    public long getReceivedTime() {
        return request.getReceivedTime();
    }
}
