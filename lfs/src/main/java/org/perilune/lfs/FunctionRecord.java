package org.perilune.lfs;

/** Where the fields of a function's record lie, in bytes from its start. All that are not named are 0. */
final class FunctionRecord {
    static final int CONSTANTS = 8;
    static final int CODE = 12;
    static final int INNER = 16;
    static final int LINES = 20;
    static final int LOCALS = 24;
    static final int UPVALUE_NAMES = 28;
    static final int SOURCE = 32;
    static final int UPVALUE_NAME_COUNT = 36;
    static final int CONSTANT_COUNT = 40;
    static final int CODE_COUNT = 44;
    static final int INNER_COUNT = 48;
    static final int LOCAL_COUNT = 52;
    static final int FIRST_LINE = 56;
    static final int LAST_LINE = 60;
    /** Four bytes: number of upvalues, parameters, vararg flags, registers. */
    static final int FRAME = 68;

    static final int BYTES = 72;
    /** Words that are always 0: next object, colour, the collector's list. */
    static final int[] ZEROS = {0, 4, 64};

    /** A constant: its value in 8 bytes, its type in 4. */
    static final int CONSTANT_BYTES = 12;

    static final int CONSTANT_TYPE = 8;
    /** A local variable: address of its name, first and last instruction of its scope. */
    static final int LOCAL_BYTES = 12;

    static final int LOCAL_START = 4;
    static final int LOCAL_END = 8;

    private FunctionRecord() {}
}
