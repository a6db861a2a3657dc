package org.perilune.lfs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;

/**
 * Builds an image from Lua files, byte for byte as the firmware's host compiler does; only the compression of a
 * relocatable one differs. Files are compiled in the order in which they are added.
 */
public final class LfsBuilder {
    /** Most bytes of an image when nothing else is said. */
    public static final int LARGEST = FlashLayout.LIMIT;

    /** Lowest address of flash that code may be mapped to, and the span of those addresses. */
    public static final int LOWEST_ADDRESS = 0x40210000;

    public static final int ADDRESS_SPAN = 0x100000;

    private static final long HOST_HEAP = 512L << 20;

    private final LuaState lua;
    private final List<Proto> modules = new ArrayList<>();
    private final List<LuaString> names = new ArrayList<>();
    private final Set<String> doubles = new LinkedHashSet<>();
    private long time = System.currentTimeMillis() / 1000;
    private int maxSize = LARGEST;
    private int imageSize;

    public LfsBuilder() {
        lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(HOST_HEAP)));
    }

    /** Fixes the build time that the image carries, in seconds since 1970. */
    public LfsBuilder time(long seconds) {
        time = seconds;
        return this;
    }

    /** Sets the most bytes the image may have, a multiple of 4096. */
    public LfsBuilder maxSize(int bytes) {
        maxSize = bytes;
        return this;
    }

    /**
     * Compiles a module; its name follows from the chunk's.
     *
     * @param chunkName {@code @} and the file's name
     * @param chunk Lua text or bytecode
     * @throws LfsBuildException with the compiler's message
     */
    public LfsBuilder add(String chunkName, byte[] chunk) {
        if (lua.load(new OnePartReader(chunk), chunkName) != Status.OK) {
            throw new LfsBuildException(lua.toJavaString(-1));
        }
        Proto proto = ((LuaClosure) lua.refAt(-1)).proto;
        LuaString name = lua.vm().strings().intern(LookupFunction.moduleName(proto.source));
        if (names.contains(name)) {
            doubles.add(name.toString());
        }
        lua.pushValue(name, 0);
        lua.ensureStack(LuaState.MIN_STACK);
        modules.add(proto);
        names.add(name);
        return this;
    }

    /** Names that several modules have; only the first of each can be got. */
    public Set<String> doubleNames() {
        return doubles;
    }

    /** The functions compiled so far, for listings. */
    public List<Proto> modules() {
        return List.copyOf(modules);
    }

    /** The image for one address, as it lies in flash. */
    public byte[] absolute(int address) {
        return layout(LfsTarget.ABSOLUTE).at(address);
    }

    /** The image for any address, compressed so that a board can load it. */
    public byte[] relocatable() {
        return Gzip.compress(layout(0).relocatable());
    }

    /** Bytes of flash that the image made last needs. */
    public int imageSize() {
        return imageSize;
    }

    private FlashLayout layout(int flag) {
        if (modules.isEmpty() || modules.size() > LookupFunction.MOST_MODULES) {
            throw new LfsBuildException("an image holds 1 to " + LookupFunction.MOST_MODULES + " modules, not "
                    + modules.size() + "; join some or leave some out");
        }
        LuaVm vm = lua.vm();
        boolean wasBlocked = vm.collector().block(true);
        try {
            FlashLayout layout = new FlashLayout();
            layout.take(LfsHeader.BYTES);
            Proto main = LookupFunction.make(vm, modules, names, time);
            StringPool strings = new StringPool(lua);
            strings.collect(main);
            strings.write(layout);
            layout.address(LfsHeader.MAIN_AT, new FunctionWriter(layout, strings).write(main));
            layout.word(0, LfsTarget.DEFAULT.signature() | flag);
            layout.word(LfsHeader.SIZE_AT, layout.used());
            if (layout.used() > maxSize) {
                throw new LfsBuildException("the image needs " + layout.used() + " bytes, more than the " + maxSize
                        + " allowed; leave modules out or allow more");
            }
            imageSize = layout.used();
            return layout;
        } finally {
            lua.pop(1);
            vm.collector().block(wasBlocked);
        }
    }
}
