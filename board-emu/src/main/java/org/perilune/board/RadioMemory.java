package org.perilune.board;

import org.perilune.flash.partition.SystemParameters;

/** Bytes that the radio keeps over restarts; on a flash chip they lie where the device has its system parameters. */
public final class RadioMemory {
    /** Null when there is no flash to keep them in. */
    private final SystemParameters flash;

    private byte[] bytes;

    RadioMemory(SystemParameters flash) {
        this.flash = flash;
    }

    /** What was kept last; null when nothing was. */
    public byte[] read() {
        if (flash == null) {
            return bytes == null ? null : bytes.clone();
        }
        return FlashWork.read("the flash chip does not give the system parameters", flash::read);
    }

    /** Keeps these bytes in place of all before. */
    public void write(byte[] body) {
        if (flash == null) {
            bytes = body.clone();
            return;
        }
        FlashWork.run("the flash chip does not keep the system parameters", () -> flash.write(body));
    }
}
