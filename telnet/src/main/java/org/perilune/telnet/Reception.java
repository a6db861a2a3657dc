package org.perilune.telnet;

/** What all connections of a server share. */
record Reception(
        TelnetSettings settings,
        Login login,
        LineConsole console,
        LoginQueue queue,
        Visitors visitors,
        Sessions sessions) {

    static Reception of(TelnetSettings settings, Login login, LineConsole console) {
        return new Reception(
                settings,
                login,
                console,
                new LoginQueue(settings.failurePause()),
                new Visitors(settings.visitors()),
                new Sessions(settings.sessions()));
    }
}
