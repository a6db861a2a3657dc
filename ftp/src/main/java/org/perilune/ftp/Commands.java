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
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/**
 * The commands that the server understands: most of the library's, and some of our own where the library's would promise
 * more than there is, or do it by halves.
 */
final class Commands implements CommandFactory {
    /** What a client may say before it has logged in; asking for a feature must not cost it the connection. */
    static final Set<String> BEFORE_LOGIN =
            Set.of("USER", "PASS", "AUTH", "PBSZ", "PROT", "FEAT", "OPTS", "SYST", "NOOP", "HELP", "QUIT");

    private static final List<String> OF_THE_LIBRARY = List.of(
            "ABOR", "CDUP", "CWD", "DELE", "MDTM", "NOOP", "OPTS", "QUIT", "REST", "RMD", "RNFR", "RNTO", "SIZE",
            "STAT", "STRU");

    /** Older names of commands, as some systems' own clients still use them. */
    private static final Map<String, String> OLD_NAMES =
            Map.of("XPWD", "PWD", "XCWD", "CWD", "XMKD", "MKD", "XRMD", "RMD", "XCUP", "CDUP");

    private final Map<String, Command> commands = new TreeMap<>();

    Commands(FtpConfig config) {
        CommandFactory library = new CommandFactoryFactory().createCommandFactory();
        OF_THE_LIBRARY.forEach(name -> commands.put(name, library.getCommand(name)));
        commands.put("USER", Logins.name(library.getCommand("USER")));
        commands.put("PASS", Logins.password(library.getCommand("PASS")));
        commands.put("REIN", Logins.anew(library.getCommand("REIN")));
        for (String name : List.of("PORT", "PASV", "EPRT", "EPSV", "TYPE")) {
            commands.put(name, new PrepareCommand(library.getCommand(name)));
        }
        AtomicLong inMemory = new AtomicLong();
        commands.put("STOR", new StoreCommand(config, false, inMemory));
        commands.put("APPE", new StoreCommand(config, true, inMemory));
        commands.put("MKD", new MakeFolderCommand(config));
        ofFile("RNTO", Refusals.longName(config));
        ofFile("RNFR", Refusals::missing);
        ofFile("DELE", Refusals::missing);
        ofFile("MDTM", Refusals::folder);
        ofFile("RMD", Refusals::fullFolder);
        commands.put("RETR", CheckedCommand.ofTransfer(library.getCommand("RETR"), Refusals::beyondEnd));
        commands.put("LIST", new ListingCommand(ListingCommand.Kind.LONG));
        commands.put("NLST", new ListingCommand(ListingCommand.Kind.NAMES));
        commands.put("MLSD", new ListingCommand(ListingCommand.Kind.FACTS));
        commands.put("PWD", Commands::tellFolder);
        commands.put("MODE", Commands::setMode);
        commands.put("SYST", answering(Replies.of(FtpReply.REPLY_215_NAME_SYSTEM_TYPE, "UNIX Type: L8")));
        commands.put(
                "ALLO", answering(Replies.of(FtpReply.REPLY_202_COMMAND_NOT_IMPLEMENTED, "Nothing need be reserved.")));
        commands.put("MLST", new FactsCommand());
        commands.put("MFMT", new SetTimeCommand());
        commands.put("SITE", new SiteCommand(config.board()));
        if (config.tls() != null) {
            List.of("AUTH", "PBSZ", "PROT").forEach(name -> commands.put(name, library.getCommand(name)));
        }
        OLD_NAMES.forEach((old, name) -> commands.put(old, commands.get(name)));
        commands.put("FEAT", answering(features(config)));
        commands.put("HELP", (session, context, request) -> session.write(help()));
    }

    private void ofFile(String name, CheckedCommand.Check check) {
        commands.put(name, CheckedCommand.ofFile(commands.get(name), check));
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

    private static void tellFolder(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws FtpException {
        session.resetState();
        session.write(Replies.path(
                ((FilesView) session.getFileSystemView()).getWorkingDirectory(), "is the current folder."));
    }

    private static void setMode(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        if ("S".equalsIgnoreCase(request.getArgument())) {
            session.write(Replies.of(FtpReply.REPLY_200_COMMAND_OKAY, "Mode is stream."));
        } else {
            session.write(Replies.of(
                    request.hasArgument()
                            ? FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER
                            : FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS,
                    "Mode S is all."));
        }
    }

    private static Command answering(FtpReply reply) {
        return (session, context, request) -> session.write(reply);
    }

    @Override
    public Command getCommand(String name) {
        return name == null ? null : commands.get(name.toUpperCase(Locale.ROOT));
    }
}
