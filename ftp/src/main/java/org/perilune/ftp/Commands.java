package org.perilune.ftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;

/**
 * The commands that the server understands: most of the library's, and some of our own where the library's would promise
 * more than there is, or do it by halves.
 */
final class Commands implements CommandFactory {
    /** What a client may say before it has logged in; asking for a feature must not cost it the connection. */
    static final Set<String> BEFORE_LOGIN =
            Set.of("USER", "PASS", "AUTH", "PBSZ", "PROT", "FEAT", "OPTS", "SYST", "NOOP", "HELP", "QUIT");

    private static final List<String> OF_THE_LIBRARY = List.of(
            "ABOR", "CDUP", "CWD", "DELE", "EPRT", "EPSV", "LIST", "MDTM", "MFMT", "MLSD", "NLST", "NOOP", "OPTS",
            "PASS", "PASV", "PORT", "PWD", "QUIT", "REIN", "REST", "RETR", "RMD", "RNFR", "SIZE", "STAT", "STRU",
            "SYST", "TYPE", "USER");

    /** Older names of commands, as some systems' own clients still use them. */
    private static final Map<String, String> OLD_NAMES =
            Map.of("XPWD", "PWD", "XCWD", "CWD", "XMKD", "MKD", "XRMD", "RMD", "XCUP", "CDUP");

    private final Map<String, Command> commands = new TreeMap<>();

    Commands(FtpConfig config) {
        CommandFactory library = new CommandFactoryFactory().createCommandFactory();
        OF_THE_LIBRARY.forEach(name -> commands.put(name, library.getCommand(name)));
        AtomicLong inMemory = new AtomicLong();
        commands.put("STOR", new StoreCommand(config, false, inMemory));
        commands.put("APPE", new StoreCommand(config, true, inMemory));
        commands.put("MKD", withNameChecked(config, library.getCommand("MKD")));
        commands.put("RNTO", withNameChecked(config, library.getCommand("RNTO")));
        commands.put(
                "MODE",
                (session, context, request) -> session.write(
                        "S".equalsIgnoreCase(request.getArgument())
                                ? Replies.of(FtpReply.REPLY_200_COMMAND_OKAY, "Mode is stream.")
                                : Replies.of(
                                        FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER,
                                        "Mode S is all.")));
        commands.put(
                "ALLO",
                (session, context, request) -> session.write(
                        Replies.of(FtpReply.REPLY_202_COMMAND_NOT_IMPLEMENTED, "Nothing need be reserved.")));
        commands.put("MLST", new FactsCommand());
        commands.put("SITE", new SiteCommand(config.board()));
        if (config.tls() != null) {
            List.of("AUTH", "PBSZ", "PROT").forEach(name -> commands.put(name, library.getCommand(name)));
        }
        OLD_NAMES.forEach((old, name) -> commands.put(old, commands.get(name)));
        FtpReply features = features(config);
        commands.put("FEAT", (session, context, request) -> session.write(features));
        commands.put("HELP", (session, context, request) -> session.write(help()));
    }

    private static FtpReply features(FtpConfig config) {
        List<String> features = new ArrayList<>(List.of(
                "EPRT",
                "EPSV",
                "MDTM",
                "MFMT",
                "MLST Size*;Modify*;Type*;Perm;",
                "REST STREAM",
                "SIZE",
                "TVFS",
                "UTF8"));
        if (config.tls() != null) {
            features.addAll(List.of("AUTH TLS", "PBSZ", "PROT"));
        }
        return Replies.list(FtpReply.REPLY_211_SYSTEM_STATUS_REPLY, "Features:", features, "End");
    }

    private FtpReply help() {
        return Replies.list(
                FtpReply.REPLY_214_HELP_MESSAGE, "Commands:", List.of(String.join(" ", commands.keySet())), "End");
    }

    /** The library's command answers a name that is too long in words that do not say so. */
    private static Command withNameChecked(FtpConfig config, Command command) {
        return (session, context, request) -> {
            if (request.hasArgument()) {
                try {
                    FilesView view = (FilesView) session.getFileSystemView();
                    if (!view.getFile(request.getArgument()).isNameAllowed()) {
                        session.resetState();
                        session.write(Replies.nameTooLong(config));
                        return;
                    }
                } catch (FtpException e) {
                    // What is no path at all is the command's own to refuse.
                }
            }
            command.execute(session, context, request);
        };
    }

    @Override
    public Command getCommand(String name) {
        return name == null ? null : commands.get(name.toUpperCase(Locale.ROOT));
    }
}
