package org.perilune.board;

import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Watchdog;

/**
 * Stops the running program by an error when somebody outside wants that. The error is raised where the machine asks
 * its watchdog, so it costs a program nothing; and since a program may catch errors, it is raised again at each turn of
 * a loop and each call until the board has its program's end.
 */
final class Interrupts {
    private static final String MESSAGE = "interrupted";

    private final PowerCycle cycle;
    /** Whether the machine runs the program's code, which an error may end; not the board's own. */
    private boolean inProgram;
    /** The program is being stopped. */
    private boolean isStopping;
    /** The next program to run is to be stopped. */
    private boolean wantsNext;

    Interrupts(PowerCycle cycle) {
        this.cycle = cycle;
    }

    /**
     * Enters or leaves the program's code.
     *
     * @return what to {@link #back go back to} afterwards
     */
    boolean enter(boolean program) {
        boolean before = inProgram;
        inProgram = program;
        if (program && wantsNext) {
            askAtOnce();
        }
        return before;
    }

    /** Goes back to where the last {@link #enter} came from. */
    void back(boolean before) {
        inProgram = before;
        if (!before) {
            isStopping = false;
        }
    }

    boolean isStopping() {
        return isStopping;
    }

    /**
     * The program that was to be stopped has ended by itself. If more of its tasks wait, the next one is stopped: tasks
     * that keep each other going would never be met otherwise.
     */
    void missed(boolean moreTasks) {
        wantsNext = moreTasks;
    }

    /** There is no next program. */
    void rest() {
        wantsNext = false;
    }

    /** Asked by the watchdog: raises the error if it is time. */
    void check() {
        if (!inProgram) {
            return;
        }
        boolean isWanted = cycle.board().takeInterrupt();
        if (isWanted || wantsNext || isStopping) {
            wantsNext = false;
            isStopping = true;
            try {
                throw cycle.lua().runError(MESSAGE);
            } finally {
                askAtOnce();
            }
        }
    }

    /** Has the machine ask at its next unit of work. */
    private void askAtOnce() {
        LuaVm vm = cycle.lua().vm();
        vm.restartWork();
        vm.work(Watchdog.QUANTUM);
    }
}
