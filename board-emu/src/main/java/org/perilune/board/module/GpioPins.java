package org.perilune.board.module;

import java.util.Arrays;
import org.perilune.board.Board;

/**
 * A board's digital pins, by their number on the board, as the program sets them and as the host connects them. Only the
 * thread that runs the board uses it; others go through {@link Board#post}.
 */
public final class GpioPins {
    public static final int COUNT = 13;

    public static final int INPUT = 0;
    public static final int OUTPUT = 1;
    public static final int INTERRUPT = 2;
    public static final int OPEN_DRAIN = 3;

    /** The pin that belongs to the clock, not to the pads: it goes in or out, and has neither pull-up nor open drain. */
    private static final int CLOCK_PIN = 0;

    /** Nothing outside drives the pin. */
    private static final int OPEN = -1;

    /** Told of a pin's new level. */
    @FunctionalInterface
    public interface Listener {
        void changed(int pin, int level);
    }

    private final int[] modes = new int[COUNT];
    private final boolean[] pulledUp = new boolean[COUNT];
    private final int[] written = new int[COUNT];
    private final int[] driven = new int[COUNT];
    private Listener program = (pin, level) -> {};
    private Listener observer = (pin, level) -> {};

    private GpioPins() {
        Arrays.fill(driven, OPEN);
    }

    /** The pins of a board. */
    public static GpioPins of(Board board) {
        return board.chip().part(GpioPins.class, GpioPins::new);
    }

    static boolean exists(int pin) {
        return pin >= 0 && pin < COUNT;
    }

    /** All pins are inputs, as after a reset. What the host connected stays. */
    void reset() {
        program = (pin, level) -> {};
        for (int pin = 0; pin < COUNT; pin++) {
            int before = level(pin);
            modes[pin] = INPUT;
            pulledUp[pin] = false;
            written[pin] = 0;
            tell(pin, before);
        }
    }

    void listen(Listener listener) {
        program = listener;
    }

    /** Has the host told of each pin's new level. */
    public void observe(Listener listener) {
        observer = listener;
    }

    /** Connects a pin to a level, 0 or 1. */
    public void drive(int pin, int level) {
        int before = level(pin);
        driven[pin] = level;
        tell(pin, before);
    }

    /** Connects a pin to nothing. */
    public void release(int pin) {
        drive(pin, OPEN);
    }

    void mode(int pin, int mode, boolean pullUp) {
        int before = level(pin);
        if (pin == CLOCK_PIN) {
            modes[pin] = mode == INPUT ? INPUT : OUTPUT;
        } else {
            modes[pin] = mode;
            pulledUp[pin] = pullUp;
        }
        tell(pin, before);
    }

    /** What {@code gpio.mode} or {@code gpio.write} made of a pin. */
    public int mode(int pin) {
        return modes[pin];
    }

    /** Writing makes an input an output, since the system sets a level and lets it out in one. */
    void write(int pin, int level) {
        int before = level(pin);
        written[pin] = level;
        if (modes[pin] != OPEN_DRAIN) {
            modes[pin] = OUTPUT;
        }
        tell(pin, before);
    }

    /** A pin's level, 0 or 1. */
    public int level(int pin) {
        boolean pullsDown = modes[pin] == OPEN_DRAIN && written[pin] == 0;
        if (modes[pin] == OUTPUT || pullsDown) {
            return written[pin];
        } else if (driven[pin] != OPEN) {
            return driven[pin];
        }
        return pulledUp[pin] ? 1 : 0;
    }

    private void tell(int pin, int before) {
        int level = level(pin);
        if (level != before) {
            program.changed(pin, level);
            observer.changed(pin, level);
        }
    }
}
