package org.perilune.ftp;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.future.DefaultWriteFuture;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;

/**
 * Sees on the network's own thread what cannot wait until the running command is done: {@code ABOR}, the client's end,
 * and silence.
 */
final class UrgentFilter extends IoFilterAdapter {
    static final String DATA = "org.apache.ftpserver.data-connection";

    private static final long PATIENCE_MILLIS = 10_000;
    /** What the system needs to close all that a killed process had open; a transfer takes so much longer. */
    private static final long MOMENT_NANOS = 20_000_000;

    private static void end(IoSession session, boolean forGood) {
        if (session.getAttribute(DATA) instanceof DataSockets data) {
            if (forGood) {
                data.dispose();
            } else {
                data.abort();
            }
        }
    }

    @Override
    public void messageReceived(NextFilter next, IoSession session, Object message) {
        if (message instanceof String line && line.trim().equalsIgnoreCase("ABOR")) {
            end(session, false);
        }
        next.messageReceived(session, message);
    }

    @Override
    public void inputClosed(NextFilter next, IoSession session) {
        end(session, true);
        next.inputClosed(session);
    }

    @Override
    public void sessionClosed(NextFilter next, IoSession session) {
        end(session, true);
        next.sessionClosed(session);
    }

    @Override
    public void sessionIdle(NextFilter next, IoSession session, IdleStatus status) {
        end(session, true);
        session.closeNow();
    }

    @Override
    public void exceptionCaught(NextFilter next, IoSession session, Throwable cause) {
        end(session, true);
        session.closeNow();
    }

    /** Swallows {@link Round}s: the session's handler knows only replies. */
    @Override
    public void messageSent(NextFilter next, IoSession session, WriteRequest request) {
        if (!(request instanceof Round)) {
            next.messageSent(session, request);
        }
    }

    /** An empty write; when it is done, the network's thread has handled what it had read before. */
    private static final class Round extends DefaultWriteRequest {
        Round(IoSession session) {
            super(IoBuffer.allocate(0), new DefaultWriteFuture(session));
        }
    }

    /**
     * Waits until all that the client had sent when this was called has been read, and what is urgent of it handled. A
     * moment more, for of a killed client the control connection may end a little later than that for data.
     */
    static void catchUp(FtpIoSession ftpSession) throws IOException {
        LockSupport.parkNanos(MOMENT_NANOS);
        ControlChannels.awaitRead(ftpSession);
        IoFilterChain chain = ftpSession.getFilterChain();
        IoSession session = chain.getSession();
        if (session.isConnected() && !session.isClosing()) {
            Round round = new Round(session);
            // Past the other filters, TLS among them: nothing is sent.
            chain.getAll().get(0).getNextFilter().filterWrite(session, round);
            round.getFuture().awaitUninterruptibly(PATIENCE_MILLIS);
        }
    }
}
