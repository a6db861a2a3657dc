package org.perilune.board.storage;

import java.io.IOException;
import org.perilune.flash.chip.PowerCutException;

/** Work on flash, as a board knows it: what fails has a result that says so, and without power there is no board. */
final class FlashCalls {
    interface Call<T> {
        T run() throws IOException;
    }

    interface Change {
        void run() throws IOException;
    }

    private FlashCalls() {}

    /** What the call gives, or {@code failed}. */
    static <T> T orElse(T failed, Call<T> call) {
        try {
            return call.run();
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            return failed;
        }
    }

    static boolean succeeds(Change change) {
        return orElse(false, () -> {
            change.run();
            return true;
        });
    }
}
