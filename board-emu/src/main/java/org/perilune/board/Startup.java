package org.perilune.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.perilune.flash.partition.ConfigPage;

/** How the board starts; on a flash chip it is kept where the firmware keeps it. */
public final class Startup {
    static final String DEFAULT_COMMAND = "@init.lua";

    /** Longest command, its end mark not included. */
    private static final int LONGEST_COMMAND = 255;

    /** Most bytes of the end mark and what follows to a whole word. */
    private static final int PADDING = 4;

    private static final int NO_BANNER = 1;
    private static final int FAST = 2;
    private static final int DELAYED_MOUNT = 4;

    /** Null when there is no flash to keep it in. */
    private final ConfigPage page;

    private String command;
    private int options;

    /** The defaults, kept nowhere. */
    Startup() {
        page = null;
    }

    /** What a chip says. */
    Startup(ConfigPage page) throws IOException {
        this.page = page;
        for (byte[] text : page.read(ConfigPage.START_COMMAND)) {
            if (command == null && isCommand(text)) {
                command = new String(text, StandardCharsets.ISO_8859_1).replaceFirst("\0+$", "");
            }
        }
        for (byte[] bits : page.read(ConfigPage.START_OPTION)) {
            options = bits.length == 0 ? options : bits[0];
        }
    }

    /** Whether a record's body is text with its end mark and the padding, and nothing behind. */
    private static boolean isCommand(byte[] body) {
        int end = 0;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return end < body.length && body.length - end <= PADDING;
    }

    /** What runs at the start, {@code @file} or Lua text; null for the default. */
    public String command() {
        return command;
    }

    /** Sets it; false when it is too long to be kept. */
    public boolean command(String text) {
        if (text.length() > LONGEST_COMMAND) {
            return false;
        }
        command = text;
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        keep(ConfigPage.START_COMMAND, Arrays.copyOf(bytes, bytes.length + 1));
        return true;
    }

    public boolean banner() {
        return (options & NO_BANNER) == 0;
    }

    public void banner(boolean on) {
        option(NO_BANNER, !on);
    }

    /** Whether the processor starts at 160 MHz. */
    public boolean fast() {
        return (options & FAST) != 0;
    }

    public void fast(boolean on) {
        option(FAST, on);
    }

    public boolean delayedMount() {
        return (options & DELAYED_MOUNT) != 0;
    }

    public void delayedMount(boolean on) {
        option(DELAYED_MOUNT, on);
    }

    private void option(int bit, boolean on) {
        options = on ? options | bit : options & ~bit;
        keep(ConfigPage.START_OPTION, new byte[] {(byte) options});
    }

    /** Back to the defaults. */
    public void reset() {
        command = null;
        options = 0;
        keep(ConfigPage.START_COMMAND, new byte[0]);
        keep(ConfigPage.START_OPTION, new byte[0]);
    }

    private void keep(int record, byte[] body) {
        if (page != null) {
            FlashWork.run("the flash chip does not keep how the board starts", () -> page.write(record, body));
        }
    }
}
