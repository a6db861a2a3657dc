package org.perilune.telnet;

/** What a client says besides text, by a telnet command or a control character. */
enum Signal {
    /** Stop what is running: IP, BRK, Ctrl-C. */
    INTERRUPT,
    /** Are you there: AYT. */
    ARE_YOU_THERE,
    /** Throw away what has not been shown yet: AO. */
    ABORT_OUTPUT,
    /** Take back the last character: EC. */
    ERASE_CHARACTER,
    /** Take back the line: EL. */
    ERASE_LINE,
    /** Nothing more will be typed, but what was typed is to be run and its output shown: EOF, a half-closed socket. */
    NO_MORE_INPUT,
    /** Good bye: Ctrl-D on an empty line. */
    LEAVE,
    /** A line was too long and is dropped. */
    LINE_TOO_LONG
}
