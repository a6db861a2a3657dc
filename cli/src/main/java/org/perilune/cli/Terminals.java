package org.perilune.cli;

import java.io.Console;

/** Tells whether a person sits at the other end. */
final class Terminals {
    private Terminals() {}

    /** Whether standard input and output are both a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null up to JDK 21; later JDKs answer isTerminal
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there is a console even without a terminal, and this method to tell.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
