package org.perilune.testkit.scenario;

import java.io.PrintStream;
import java.util.List;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaValue;
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
        globals.STDOUT = out;
        return globals;
    }
}
