package org.perilune.board;

import java.io.IOException;
import org.perilune.board.storage.PowerLoss;
import org.perilune.flash.chip.PowerCutException;

/** Work on the flash chip that no board can do without: it is done, or the power is lost, or the board cannot go on. */
final class FlashWork {
    interface Task {
        void run() throws IOException;
    }

    interface Reading<T> {
        T run() throws IOException;
    }

    private FlashWork() {}

    /** @param complaint what to say when it fails, before the reason */
    static void run(String complaint, Task task) {
        read(complaint, () -> {
            task.run();
            return null;
        });
    }

    /** @param complaint what to say when it fails, before the reason */
    static <T> T read(String complaint, Reading<T> reading) {
        try {
            return reading.run();
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            throw new BoardException(complaint + ": " + e.getMessage(), e);
        }
    }
}
