package org.perilune.runtime.exec;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Value;

/** A Lua error on its way to the nearest protected call: any value. */
public final class LuaError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object ref;
    private final double num;

    LuaError(Object ref, double num) {
        super(null, null, false, false);
        this.ref = ref;
        this.num = num;
    }

    /** Reference of the error value. */
    public Object ref() {
        return ref;
    }

    /** Number of the error value. */
    public double num() {
        return num;
    }

    @Override
    public String getMessage() {
        if (ref == Value.NUMBER) {
            return NumberText.format(num);
        }
        return ref instanceof LuaString ? ref.toString() : "(error object is a " + Value.typeName(ref) + " value)";
    }
}
