package org.perilune.ftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.impl.listing.LISTFileFormater;
import org.apache.ftpserver.command.impl.listing.MLSTFileFormater;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.util.RegularExpr;

/**
 * {@code LIST}, {@code NLST} and {@code MLSD}. The library's take a name for a pattern when it looks like one, even where
 * there is a file or folder of that name, and {@code NLST} of theirs does not say in which folder the names are, so that
 * clients ask for them in the wrong one.
 */
record ListingCommand(Kind kind) implements Command {
    enum Kind {
        LONG,
        NAMES,
        FACTS
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException {
        session.resetState();
        DataSockets data = (DataSockets) session.getDataConnection();
        try {
            session.write(answer(session, data, request.hasArgument() ? request.getArgument() : ""));
        } finally {
            data.closeDataConnection();
        }
    }

    private FtpReply answer(FtpIoSession session, DataSockets data, String argument) {
        FtpReply noData = data.refusal();
        if (noData != null) {
            return noData;
        }
        FilesView view = (FilesView) session.getFileSystemView();
        Selection selection = Selection.of(view, argument);
        FtpReply refusal = refusal(selection);
        return refusal == null ? send(session, data, text(session, selection)) : refusal;
    }

    /** A pattern may fit nothing. */
    private FtpReply refusal(Selection selection) {
        FileEntry file = selection.named();
        if (kind == Kind.FACTS && file == null) {
            return Replies.of(FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, "There is no such folder.");
        } else if (kind == Kind.FACTS && !file.isDirectory()) {
            return Replies.of(FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "That is no folder.");
        } else if (kind == Kind.LONG && file == null && !selection.isPattern()) {
            return Replies.of(FtpReply.REPLY_450_REQUESTED_FILE_ACTION_NOT_TAKEN, "There is no such file.");
        }
        return null;
    }

    private String text(FtpIoSession session, Selection selection) {
        StringBuilder text = new StringBuilder();
        for (FileEntry file : selection.files()) {
            text.append(
                    switch (kind == Kind.NAMES && selection.options().contains("l") ? Kind.LONG : kind) {
                        case LONG -> new LISTFileFormater().format(file);
                        case NAMES -> selection.before() + file.getName() + "\r\n";
                        case FACTS -> new MLSTFileFormater((String[]) session.getAttribute("MLST.types")).format(file);
                    });
        }
        return text.toString();
    }

    private static FtpReply send(FtpIoSession session, DataSockets data, String text) {
        session.write(Replies.of(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Here it comes."));
        DataConnection connection;
        try {
            connection = data.openConnection();
        } catch (Exception e) {
            return Replies.of(FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION, "There is no data connection.");
        }
        try {
            connection.transferToClient(session.getFtpletSession(), text);
            return Replies.of(FtpReply.REPLY_226_CLOSING_DATA_CONNECTION, "That is all.");
        } catch (IOException e) {
            return Replies.aborted();
        }
    }

    /**
     * What an argument asks for.
     *
     * @param options letters
     * @param named the file or folder itself; null when there is none
     * @param before what was written before the names
     * @param files folders first
     */
    private record Selection(String options, FileEntry named, boolean isPattern, String before, List<FileEntry> files) {

        static Selection of(FilesView view, String argument) {
            // Options end where no token begins with "-"; a name keeps its spaces.
            int from = 0;
            StringBuilder options = new StringBuilder();
            while (argument.startsWith("-", from)) {
                int end = argument.indexOf(' ', from);
                options.append(argument, from + 1, end < 0 ? argument.length() : end);
                from = end < 0 ? argument.length() : end + 1;
            }
            return select(view, options.toString(), argument.substring(from));
        }

        private static Selection select(FilesView view, String options, String name) {
            FileEntry file = find(view, name.isEmpty() ? "." : name);
            int slash = name.lastIndexOf('/') + 1;
            String before = name.substring(0, slash);
            if (file != null && file.isDirectory()) {
                String inside = name.isEmpty() || name.endsWith("/") ? name : name + "/";
                return new Selection(options, file, false, inside, sorted(file.listFiles()));
            } else if (file != null) {
                return new Selection(options, file, false, before, List.of(file));
            }
            String pattern = name.substring(slash);
            if (!pattern.matches(".*[*?\\[].*")) {
                return new Selection(options, null, false, before, List.of());
            }
            FileEntry folder = find(view, before.isEmpty() ? "." : before);
            List<FileEntry> files = folder == null ? List.of() : matching(pattern, sorted(folder.listFiles()));
            return new Selection(options, null, true, before, files);
        }

        /** Null when there is none. */
        private static FileEntry find(FilesView view, String name) {
            try {
                FileEntry file = view.getFile(name);
                return file.doesExist() ? file : null;
            } catch (FtpException e) {
                return null;
            }
        }

        private static List<FileEntry> sorted(List<FileEntry> files) {
            List<FileEntry> sorted = new ArrayList<>(files == null ? List.of() : files);
            sorted.sort(Comparator.comparing(FileEntry::isDirectory).reversed());
            return sorted;
        }

        private static List<FileEntry> matching(String pattern, List<FileEntry> files) {
            RegularExpr expression = new RegularExpr(pattern);
            return files.stream()
                    .filter(file -> expression.isMatch(file.getName()))
                    .toList();
        }
    }
}
