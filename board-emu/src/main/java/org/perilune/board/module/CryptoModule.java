package org.perilune.board.module;

import java.util.Arrays;
import java.util.Base64;
import org.perilune.board.BoardModule;
import org.perilune.board.NativeObjects;
import org.perilune.board.storage.FilePath;
import org.perilune.board.storage.FileStore;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;

/** {@code crypto}: checksums, of a text, of a file, or piece by piece, and ciphers. */
public final class CryptoModule implements BoardModule {
    private static final String TYPE = "crypto.hash";
    /** The firmware's structure behind an object: three pointers. */
    private static final int OBJECT_BYTES = 12;
    /** Bytes of a file that are read at a time. */
    private static final int PART = 1024;

    private static final RoTable METHODS = Library.named(TYPE)
            .self("__index")
            .function("update", CryptoModule::update)
            .function("finalize", CryptoModule::finish)
            .build();

    private final RoTable table;

    /** @param compat whether calls that today's firmware lacks are there as well */
    public CryptoModule(boolean compat) {
        Library library = Library.named("crypto")
                .function("sha1", lua -> push(lua, hashed(lua, Digest.Algorithm.SHA1, 1)))
                .function("mask", CryptoModule::mask)
                .function("hash", lua -> push(lua, hashed(lua, algorithm(lua), 2)))
                .function("hmac", lua -> push(lua, keyed(lua)))
                .function("fhash", CryptoModule::hashFile)
                .function("new_hash", lua -> create(lua, false))
                .function("new_hmac", lua -> create(lua, true))
                .function("encrypt", lua -> cipher(lua, true))
                .function("decrypt", lua -> cipher(lua, false));
        if (compat) {
            library.function("toHex", CryptoModule::toHex).function("toBase64", CryptoModule::toBase64);
        }
        table = library.build();
    }

    @Override
    public RoTable table() {
        return table;
    }

    private static Digest.Algorithm algorithm(LuaState lua) {
        Digest.Algorithm algorithm = Digest.Algorithm.of(Arguments.text(lua, 1));
        if (algorithm == null) {
            throw lua.error("unknown hash mech");
        }
        return algorithm;
    }

    private static int push(LuaState lua, byte[] bytes) {
        lua.push(bytes, 0, bytes.length);
        return 1;
    }

    private static byte[] bytes(LuaState lua, int argument) {
        LuaString text = Arguments.string(lua, argument);
        return Arrays.copyOf(text.bytes(), text.length());
    }

    private static byte[] hashed(LuaState lua, Digest.Algorithm algorithm, int argument) {
        Digest digest = new Digest(algorithm, null);
        add(lua, digest, argument);
        return digest.finish();
    }

    private static byte[] keyed(LuaState lua) {
        Digest.Algorithm algorithm = algorithm(lua);
        LuaString text = Arguments.string(lua, 2);
        Digest digest = new Digest(algorithm, bytes(lua, 3));
        digest.update(text.bytes(), text.length());
        return digest.finish();
    }

    private static void add(LuaState lua, Digest digest, int argument) {
        LuaString text = Arguments.string(lua, argument);
        digest.update(text.bytes(), text.length());
        lua.vm().work(text.length());
    }

    private static int hashFile(LuaState lua) {
        Digest digest = new Digest(algorithm(lua), null);
        String name = FilePath.inStore(Arguments.text(lua, 2));
        try (FileStore.Handle file = name == null ? null : FileModule.store(lua).open(name, FileStore.Mode.of("r"))) {
            if (file == null) {
                throw lua.error("file does not exist");
            }
            byte[] part = new byte[PART];
            for (int got = file.read(part, 0, PART); got > 0; got = file.read(part, 0, PART)) {
                digest.update(part, got);
                lua.vm().work(got);
            }
        }
        return push(lua, digest.finish());
    }

    /** The state lies behind the object, in one block with it. */
    private static int create(LuaState lua, boolean withKey) {
        Digest.Algorithm algorithm = algorithm(lua);
        byte[] key = withKey ? bytes(lua, 2) : null;
        lua.newUserdata(OBJECT_BYTES + algorithm.deviceBytes(withKey), new Digest(algorithm, key));
        lua.pushValue(METHODS, 0);
        lua.setMetatable(-2);
        return 1;
    }

    private static int update(LuaState lua) {
        add(lua, NativeObjects.check(lua, 1, TYPE, Digest.class), 2);
        return 0;
    }

    private static int finish(LuaState lua) {
        return push(lua, NativeObjects.check(lua, 1, TYPE, Digest.class).finish());
    }

    /** Flips the bits of a text that are set in a mask, which is repeated. */
    private static int mask(LuaState lua) {
        byte[] text = bytes(lua, 1);
        byte[] mask = bytes(lua, 2);
        if (mask.length == 0) {
            throw lua.error("invalid argument: mask");
        }
        for (int i = 0; i < text.length; i++) {
            text[i] ^= mask[i % mask.length];
        }
        lua.vm().work(text.length);
        return push(lua, text);
    }

    private static int cipher(LuaState lua, boolean encrypts) {
        String name = Arguments.text(lua, 1);
        AesCipher cipher = AesCipher.of(name);
        if (cipher == null) {
            throw lua.error("unknown cipher: %s", name);
        }
        byte[] key = bytes(lua, 2);
        byte[] text = bytes(lua, 3);
        byte[] start = lua.isNoneOrNil(4) ? new byte[0] : bytes(lua, 4);
        if (key.length != AesCipher.BLOCK) {
            throw lua.error("crypto op failed");
        }
        byte[] filled = AesCipher.wholeBlocks(text);
        lua.vm().work(filled.length);
        // On the device the result is made in a block of its own before it becomes a string.
        Heap heap = lua.vm().heap();
        int block = heap.realloc(Account.OBJECTS, 0, 0, filled.length);
        try {
            return push(lua, cipher.run(encrypts, key, filled, start));
        } finally {
            heap.realloc(Account.OBJECTS, block, filled.length, 0);
        }
    }

    private static int toBase64(LuaState lua) {
        return push(lua, Base64.getEncoder().encode(bytes(lua, 1)));
    }

    private static int toHex(LuaState lua) {
        LuaString text = Arguments.string(lua, 1);
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            hex.append(String.format("%02x", text.byteAt(i) & 0xff));
        }
        lua.push(hex.toString());
        return 1;
    }
}
