package org.perilune.lua;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.lib.jse.JsePlatform;

/** Runs a script on LuaJ: a second opinion from another implementation, of Lua 5.2. */
final class LuaJMachine {
    private LuaJMachine() {}

    static ScriptResult run(LuaScript script) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Globals globals = JsePlatform.standardGlobals();
        globals.STDOUT = new PrintStream(output, true, StandardCharsets.ISO_8859_1);
        String error = null;
        try {
            byte[] source = script.source().getBytes(StandardCharsets.ISO_8859_1);
            globals.load(new ByteArrayInputStream(source), "@" + script.fileName(), "t", globals)
                    .call();
        } catch (LuaError e) {
            error = e.getMessage();
        }
        return new ScriptResult(output.toString(StandardCharsets.ISO_8859_1), error);
    }
}
