package org.perilune.ftp;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code STOR}, also after {@code REST}, and {@code APPE}. */
final class StoreCommand implements Command {
    private final FtpConfig config;
    private final boolean appends;
    private final AtomicLong inMemory;

    /** @param inMemory bytes that all uploads have in memory */
    StoreCommand(FtpConfig config, boolean appends, AtomicLong inMemory) {
        this.config = config;
        this.appends = appends;
        this.inMemory = inMemory;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException {
        DataSockets data = (DataSockets) session.getDataConnection();
        try {
            session.write(answer(session, data, request));
        } finally {
            session.resetState();
            data.closeDataConnection();
        }
    }

    private FtpReply answer(FtpIoSession session, DataSockets data, FtpRequest request) throws IOException {
        if (!request.hasArgument()) {
            return Replies.of(FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "A name is missing.");
        }
        FtpReply noData = data.refusal();
        if (noData != null) {
            return noData;
        }
        FileEntry file;
        try {
            file = ((FilesView) session.getFileSystemView()).getFile(request.getArgument());
        } catch (FtpException e) {
            return Replies.of(Replies.NAME_NOT_ALLOWED, "That is no name for a file.");
        }
        if (!file.isNameAllowed()) {
            return Replies.nameTooLong(config);
        }
        if (file.isDirectory()) {
            return Replies.isFolder();
        }
        long begin = appends ? file.getSize() : session.getFileOffset();
        if (begin > file.getSize()) {
            return Replies.badRestart(file);
        }
        session.write(Replies.of(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Send it."));
        return receive(session, data, file, begin);
    }

    private FtpReply receive(FtpIoSession session, DataSockets data, FileEntry file, long begin) {
        DataConnection connection;
        try {
            connection = data.openConnection();
        } catch (Exception e) {
            return Replies.of(FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION, "There is no data connection.");
        }
        try (Upload upload = new Upload(config, file.path(), inMemory)) {
            if (begin > 0) {
                upload.keep(begin);
            }
            connection.transferFromClient(session.getFtpletSession(), upload);
            // A client that has vanished looks like one that has sent all; only its control connection tells.
            UrgentFilter.catchUp(session);
            if (data.isAborted() || !session.isConnected() || session.isClosing()) {
                return Replies.aborted();
            }
            upload.commit();
            return Replies.of(FtpReply.REPLY_226_CLOSING_DATA_CONNECTION, "The file is in its place.");
        } catch (SocketException | SocketTimeoutException | SSLException e) {
            return Replies.aborted();
        } catch (DiskFullException e) {
            return Replies.of(Replies.DISK_FULL, "The disk is full: " + e.getReason() + ".");
        } catch (FileSystemException e) {
            return Replies.of(Replies.NAME_NOT_ALLOWED, "The file cannot be made: " + e.getReason() + ".");
        } catch (IOException e) {
            return Replies.of(
                    FtpReply.REPLY_451_REQUESTED_ACTION_ABORTED, "The file cannot be made: " + e.getMessage() + ".");
        }
    }
}
