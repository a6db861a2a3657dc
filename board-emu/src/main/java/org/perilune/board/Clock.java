package org.perilune.board;

/** A board's time. The board asks it what time it is and lets it pass the time while there is nothing to do. */
public interface Clock {
    /** Microseconds since some fixed moment; never goes back. */
    long micros();

    /** What the program sees when it reads the time; a clock that stands still while code runs moves on a little. */
    long read();

    /** The program has done so many units of work: turns of loops, calls and the like. */
    void computed(int units);

    /** A task has been done, which takes a little time. */
    void worked();

    /** Lets time pass while the processor is busy, as a delay loop does. */
    void spend(long micros);

    /**
     * Lets time pass until a deadline, or until a host event arrives.
     *
     * @param events where host events arrive
     * @param deadline when to go on in any case
     * @param waiting what may come from outside meanwhile, which tells whether time may be skipped
     */
    void idle(Mailbox events, long deadline, Resource.Waiting waiting) throws InterruptedException;
}
