package org.perilune.ftp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/**
 * A command of the library's that prepares a transfer, {@code PORT}, {@code PASV}, {@code EPRT}, {@code EPSV} or
 * {@code TYPE}, behind what RFC 2428 asks for and the library does not look at. A {@code REST} before it counts, or a
 * client that begins with that would join the wrong parts of a file.
 */
record PrepareCommand(Command command) implements Command {
    private static final int PROTOCOL_NOT_SUPPORTED = 522;
    /** Protocol, address and port; no name of a machine, which the server would have to look up. */
    private static final Pattern EXTENDED_PORT =
            Pattern.compile("(?<mark>[!-~])(?<protocol>\\d+)\\k<mark>(?<address>\\d+\\.\\d+\\.\\d+\\.\\d+"
                    + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)\\k<mark>(?<port>\\d{1,5})\\k<mark>");

    private static final int LAST_PORT = 65535;

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws IOException, FtpException {
        FtpReply answer = answer(session, request);
        if (answer == null) {
            long begin = session.getFileOffset();
            command.execute(session, context, request);
            session.setFileOffset(begin);
        } else {
            session.write(answer);
        }
    }

    /** Null when the library is to answer. */
    private static FtpReply answer(FtpIoSession session, FtpRequest request) {
        DataSockets data = (DataSockets) session.getDataConnection();
        String argument = request.hasArgument() ? request.getArgument() : "";
        return switch (request.getCommand()) {
            case "TYPE" -> null;
            case "EPSV" -> extendedPassive(session, data, argument.toUpperCase(Locale.ROOT));
            default ->
                data.isExtendedOnly()
                        ? Replies.of(FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "After EPSV ALL there is EPSV alone.")
                        : usual(session, request.getCommand(), argument);
        };
    }

    private static FtpReply usual(FtpIoSession session, String name, String argument) {
        if (name.equals("EPRT")) {
            return extendedPort(session, argument);
        }
        return name.equals("PASV") && isIpv6(session)
                ? Replies.of(FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION, "PASV is for IPv4; say EPSV.")
                : null;
    }

    private static FtpReply extendedPassive(FtpIoSession session, DataSockets data, String argument) {
        if (argument.equals("ALL")) {
            data.useExtendedOnly();
            return Replies.of(FtpReply.REPLY_200_COMMAND_OKAY, "From now on there is EPSV alone.");
        } else if (argument.isEmpty()) {
            return null;
        }
        return argument.matches("\\d+") ? otherProtocol(session, argument) : notUnderstood("EPSV");
    }

    private static FtpReply extendedPort(FtpIoSession session, String argument) {
        Matcher matcher = EXTENDED_PORT.matcher(argument);
        if (!matcher.matches()) {
            return notUnderstood("EPRT");
        }
        int port = Integer.parseInt(matcher.group("port"));
        return port < 1 || port > LAST_PORT ? notUnderstood("EPRT") : otherProtocol(session, matcher.group("protocol"));
    }

    private static boolean isIpv6(FtpIoSession session) {
        return ((InetSocketAddress) session.getLocalAddress()).getAddress() instanceof Inet6Address;
    }

    /** Data goes the way that commands go; null when that is by this protocol, 1 for IPv4 and 2 for IPv6. */
    private static FtpReply otherProtocol(FtpIoSession session, String protocol) {
        String own = isIpv6(session) ? "2" : "1";
        return protocol.equals(own)
                ? null
                : Replies.of(PROTOCOL_NOT_SUPPORTED, "That protocol is not supported, use (" + own + ")");
    }

    private static FtpReply notUnderstood(String name) {
        return Replies.of(
                FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS,
                name + " does not mean anything like that.");
    }
}
