package org.perilune.runtime.value;

/** A native function without upvalues: a mere address in flash, so it costs no heap and all boards share it. */
public final class LightFunction {
    private static final int CODE_BASE = 0x40200000;

    private final String name;
    private final NativeCode code;
    private final int address;

    /**
     * @param name how reports call it
     * @param code what it runs
     */
    public LightFunction(String name, NativeCode code) {
        this.name = name;
        this.code = code;
        this.address = CODE_BASE + (name.hashCode() & 0xffff8) * 4;
    }

    public NativeCode code() {
        return code;
    }

    /** The address it has in {@code tostring} and as a hash; the same in every run. */
    public int address() {
        return address;
    }

    @Override
    public String toString() {
        return name;
    }
}
