package org.perilune.lfs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.perilune.runtime.value.FlashStrings;
import org.perilune.runtime.value.LuaString;

/** Reads the strings of an image: each must be where a board would look for it, and every text is there once. */
final class StringReader {
    private final ImageBytes image;
    private final Map<Integer, LuaString> byOffset = new HashMap<>();
    private FlashStrings strings;

    StringReader(ImageBytes image) {
        this.image = image;
    }

    FlashStrings read(LfsHeader header) {
        int count = image.count(LfsHeader.STRINGS_AT, "strings");
        int slots = image.count(LfsHeader.SLOTS_AT, "slots for strings");
        if (Integer.bitCount(slots) != 1) {
            throw LfsFormatException.at(LfsHeader.SLOTS_AT, "the number of slots, " + slots + ", is no power of two");
        }
        int vector = image.vector(LfsHeader.HASH_VECTOR_AT, slots, Words.SIZE, "the hash vector");
        strings = new FlashStrings(slots);
        for (int slot = 0; slot < slots; slot++) {
            chain(vector + slot * Words.SIZE, slot, slots);
        }
        if (strings.count() != count) {
            throw LfsFormatException.at(
                    LfsHeader.STRINGS_AT, "says " + count + " strings, there are " + strings.count());
        }
        return strings;
    }

    /** Reads a slot's records; the chain ends because no record is taken twice. */
    private void chain(int slotAt, int slot, int slots) {
        for (int link = slotAt; image.word(link) != 0; ) {
            int record = image.offset(link, "a string");
            LuaString string = record(record);
            if ((string.hash() & (slots - 1)) != slot) {
                throw LfsFormatException.at(record, "a string lies in a wrong slot");
            }
            link = record;
        }
    }

    private LuaString record(int at) {
        image.claim(at, StringPool.RECORD, "a string");
        if (image.word(at + StringPool.TYPE_AT) != StringPool.TYPE_WORD) {
            throw LfsFormatException.at(at + StringPool.TYPE_AT, "is not marked as a string in flash");
        }
        int length = image.count(at + StringPool.LENGTH_AT, "bytes in a string");
        int text = at + StringPool.RECORD;
        image.claim(text, length + 1, "a string's text");
        if (image.byteAt(text + length) != 0) {
            throw LfsFormatException.at(text + length, "a string's text is not ended by a 0");
        }
        byte[] bytes = image.bytes(text, length);
        if (strings.find(bytes) != null) {
            throw LfsFormatException.at(at, "a text is there twice");
        }
        LuaString string = strings.add(bytes);
        if (string.hash() != image.word(at + StringPool.HASH_AT)) {
            throw LfsFormatException.at(at + StringPool.HASH_AT, "a string has a wrong hash");
        }
        byOffset.put(at, string);
        return string;
    }

    /** The string whose address stands in a word. */
    LuaString at(int at, String what) {
        LuaString string = byOffset.get(image.offset(at, what));
        if (string == null) {
            throw LfsFormatException.at(at, "the address of " + what + " is no string's");
        }
        return string;
    }

    /** The line info whose address stands in a word: the text of a string, its 0 included; 0 for none. */
    byte[] lines(int at) {
        if (image.word(at) == 0) {
            return new byte[0];
        }
        LuaString string = byOffset.get(image.offset(at, "line info") - StringPool.RECORD);
        if (string == null) {
            throw LfsFormatException.at(at, "the address of line info is no string's");
        }
        return Arrays.copyOf(string.bytes(), string.length() + 1);
    }
}
