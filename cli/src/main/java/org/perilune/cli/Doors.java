package org.perilune.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The host-side services beside a board, for as long as it runs. What the user has to know of each is said once, on
 * standard error: where it listens, a password that nobody knows yet, and what is dangerous about it.
 */
final class Doors implements AutoCloseable {
    private final PrintStream notices;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    Doors(PrintStream notices) {
        this.notices = notices;
    }

    /** Doors whose user reads standard error. */
    static Doors announcedOnStandardError() {
        return new Doors(System.err);
    }

    /** Opens a door. */
    interface Opener<D extends AutoCloseable> {
        D open(InetSocketAddress address) throws IOException;
    }

    /** Where an open door listens: its port is known only then. */
    interface Place<D> {
        InetSocketAddress of(D door);
    }

    /**
     * Opens a door, to be closed with the others.
     *
     * @param service its name for people, such as "ftp"
     * @param isEncrypted whether nobody on the way can read the password and what follows
     */
    <D extends AutoCloseable> D open(
            String service,
            DoorAddress address,
            DoorPassword password,
            boolean isEncrypted,
            Opener<D> opener,
            Place<D> place) {
        D door;
        try {
            door = opener.open(address.socketAddress());
        } catch (IOException e) {
            throw Failure.usage(
                    service + " cannot listen on " + text(address.socketAddress()) + ": " + HostFiles.reason(e));
        }
        open.push(door);
        notices.println("perilune: " + service + " listens on " + text(place.of(door)) + ", user " + DoorPassword.USER
                + (password.isGenerated() ? ", password " + password.text() : ""));
        if (!isEncrypted && !address.host().isLoopbackAddress()) {
            notices.println("perilune: warning: " + service + " is open beyond this machine and not encrypted: whoever"
                    + " listens on the way can read the password and all that follows");
        }
        return door;
    }

    /** Tells the user one thing more. */
    void say(String notice) {
        notices.println("perilune: " + notice);
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** Closes all doors, the last one first. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                notices.println("perilune: " + e.getMessage());
            }
        }
    }
}
