package org.perilune.lfs;

import java.util.List;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.FlashStrings;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.Proto;

/**
 * An image that a board runs: its strings and functions, all of them checked. It never changes, and boards with equal
 * content may share one.
 */
public final class LfsImage {
    private final LfsHeader header;
    private final FlashStrings strings;
    private final Proto main;

    private LfsImage(LfsHeader header, FlashStrings strings, Proto main) {
        this.header = header;
        this.strings = strings;
        this.main = main;
    }

    /**
     * Reads an image as it lies in flash.
     *
     * @param content the image's bytes, and whatever lies behind it
     * @param base address of its first byte
     * @throws LfsFormatException when a board could not run it
     */
    public static LfsImage read(byte[] content, int base) {
        if (content.length < LfsHeader.BYTES) {
            throw LfsFormatException.of("is too short for an image", LfsFormatException.READ_ERROR);
        }
        LfsHeader header = LfsHeader.read(content);
        LfsFile.checkTarget(header);
        if (header.size() < LfsHeader.BYTES || header.size() > content.length || header.size() % Words.SIZE != 0) {
            throw LfsFormatException.at(LfsHeader.SIZE_AT, "the size " + header.size() + " is not the content's");
        }
        ImageBytes image = new ImageBytes(java.util.Arrays.copyOf(content, header.size()), base);
        image.claim(0, LfsHeader.BYTES, "the header");
        StringReader stringReader = new StringReader(image);
        FlashStrings strings = stringReader.read(header);
        Proto main = new FunctionReader(image, stringReader).read(LfsHeader.MAIN_AT, 0);
        if (!LookupFunction.isSound(main)) {
            throw LfsFormatException.at(
                    LfsHeader.MAIN_AT, "the main function is not the one that looks modules up; build it with luac -f");
        }
        return new LfsImage(header, strings, main);
    }

    /** The strings, for the machine that is to run the image. */
    public FlashStrings strings() {
        return strings;
    }

    /** Names of the modules, in the image's order. */
    public List<String> moduleNames() {
        return LookupFunction.names(main);
    }

    /** The modules' functions, in the same order. */
    public List<Proto> modules() {
        return List.of(main.protos);
    }

    /** When it was built, in seconds since 1970. */
    public double time() {
        return LookupFunction.time(main);
    }

    /** Bytes of flash that it takes. */
    public int size() {
        return header.size();
    }

    /** What it was built for. */
    public LfsTarget target() {
        return header.target();
    }

    /** Pushes the function that looks modules up: a closure, which is all that an image ever costs. */
    void pushLookup(LuaState lua) {
        LuaClosure closure = new LuaClosure(lua.vm(), 0, lua.globals());
        closure.proto = main;
        lua.pushValue(closure, 0);
    }
}
