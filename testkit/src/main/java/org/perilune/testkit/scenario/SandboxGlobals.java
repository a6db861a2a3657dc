package org.perilune.testkit.scenario;

import java.io.PrintStream;
import java.util.List;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.Bit32Lib;
import org.luaj.vm2.lib.CoroutineLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.StringLib;
import org.luaj.vm2.lib.TableLib;
import org.luaj.vm2.lib.jse.JseBaseLib;
import org.luaj.vm2.lib.jse.JseMathLib;

/** The globals of a script: Lua's own libraries, without those that reach the host: no io, os, require or Java. */
final class SandboxGlobals {
    /** LuaJ's libraries need {@code package} while they are loaded. */
    private static final List<String> REMOVED = List.of("package", "require", "dofile", "loadfile", "collectgarbage");

    private SandboxGlobals() {}

    static Globals create(PrintStream out) {
        Globals globals = new Globals();
        globals.load(new JseBaseLib());
        globals.load(new PackageLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new StringLib());
        globals.load(new CoroutineLib());
        globals.load(new JseMathLib());
        LoadState.install(globals);
        LuaC.install(globals);
        REMOVED.forEach(name -> globals.set(name, LuaValue.NIL));
        // By it load and others would find files of the host.
        globals.finder = name -> null;
        globals.set("print", new BoardFunction(arguments -> print(globals, arguments, out)));
        return globals;
    }

    /** Prints bytes as they are; LuaJ's own would take them for UTF-8 and write them in the stream's character set. */
    private static Varargs print(Globals globals, Varargs arguments, PrintStream out) {
        LuaValue tostring = globals.get("tostring");
        for (int i = 1; i <= arguments.narg(); i++) {
            if (i > 1) {
                out.write('\t');
            }
            LuaString text = tostring.call(arguments.arg(i)).checkstring();
            out.write(text.m_bytes, text.m_offset, text.m_length);
        }
        out.write('\n');
        return LuaValue.NONE;
    }
}
