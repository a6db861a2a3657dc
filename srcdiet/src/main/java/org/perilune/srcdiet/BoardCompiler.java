package org.perilune.srcdiet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perilune.runtime.compile.Dump;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.Proto;

/** The board's own compiler as judge: a fresh machine with ample heap for each text. */
public final class BoardCompiler implements BytecodeCompiler {
    /** Device bytes a text may take to compile; beyond it the text is refused, not the host's memory used up. */
    private static final long HEAP = 256L << 20;

    private static final Pattern POSITION = Pattern.compile("chunk:(\\d+): (.*)", Pattern.DOTALL);

    @Override
    public byte[] strippedBytecode(String chunkName, byte[] source) throws SourceException {
        LuaState lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(HEAP)));
        int status = lua.load(new OnePartReader(source), "=chunk");
        if (status != Status.OK) {
            String message = lua.toJavaString(-1);
            Matcher position = POSITION.matcher(message);
            throw position.matches()
                    ? new SourceException(Integer.parseInt(position.group(1)), position.group(2))
                    : new SourceException(0, message);
        }
        Proto proto = ((LuaClosure) lua.refAt(-1)).proto;
        forgetLines(proto);
        return Dump.dump(proto, true);
    }

    private static void forgetLines(Proto proto) {
        proto.lineDefined = 0;
        proto.lastLineDefined = 0;
        for (Proto inner : proto.protos) {
            forgetLines(inner);
        }
    }
}
