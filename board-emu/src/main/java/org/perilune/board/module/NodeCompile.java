package org.perilune.board.module;

import org.perilune.board.storage.FilePath;
import org.perilune.board.storage.FileStore;
import org.perilune.runtime.compile.Dump;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.lib.FileChunk;
import org.perilune.runtime.value.LuaClosure;

/** {@code node.compile}: makes bytecode of a file of Lua text. */
final class NodeCompile {
    private static final String SOURCE_ENDING = ".lua";

    private NodeCompile() {}

    static int compile(LuaState lua) {
        String name = FileModule.fileName(lua, 1);
        Heap heap = lua.vm().heap();
        int length = name.length() + 1;
        int outputName = heap.realloc(Account.OBJECTS, 0, 0, length);
        try {
            if (!name.endsWith(SOURCE_ENDING)) {
                throw lua.error("not a .lua file");
            }
            if (FileChunk.load(lua, name) != Status.OK) {
                throw lua.error("%s", lua.toJavaString(-1));
            }
            write(lua, name.substring(0, name.length() - 2) + "c");
        } finally {
            heap.realloc(Account.OBJECTS, outputName, length, 0);
        }
        return 0;
    }

    /** Writes the function on the stack's top as bytecode, without debug information. */
    private static void write(LuaState lua, String path) {
        String name = FilePath.inStore(path);
        byte[] bytecode = Dump.dump(((LuaClosure) lua.refAt(-1)).proto, true);
        try (FileStore.Handle file = name == null ? null : FileModule.store(lua).open(name, FileStore.Mode.of("w+"))) {
            if (file == null) {
                throw lua.error("cannot open/write to file");
            }
            if (file.write(bytecode, 0, bytecode.length) != bytecode.length) {
                throw lua.error("writing to file failed");
            }
        }
    }
}
