package org.perilune.runtime.heap;

/**
 * Sizes in bytes of the structures of one firmware build, as its C compiler lays them out for the ESP8266. An object's
 * own class combines them to its price; no other place knows a size.
 *
 * @param number whether numbers are 8-byte floats (the default build)
 * @param tvalue a tagged value: array slot, constant, stack slot, native upvalue
 * @param node one entry of a table's hash part
 * @param table a table without its parts
 * @param string a string's header; its text and one NUL follow
 * @param userdata a userdata's header
 * @param proto a function prototype without its vectors
 * @param locVar one local variable's debug record
 * @param upval an upvalue, open or closed
 * @param closure a closure's header, Lua or native
 * @param thread a coroutine without its stacks
 * @param mainState the main thread together with the global state
 * @param callInfo one level of call
 * @param pointer a pointer, and also one instruction
 */
public record BuildProfile(
        boolean number,
        int tvalue,
        int node,
        int table,
        int string,
        int userdata,
        int proto,
        int locVar,
        int upval,
        int closure,
        int thread,
        int mainState,
        int callInfo,
        int pointer) {

    /** The default build: Lua 5.1 with double numbers in 12-byte values. */
    public static BuildProfile floatBuild() {
        return new BuildProfile(true, 12, 32, 32, 16, 24, 72, 12, 24, 20, 112, 388, 24, 4);
    }

    /** The default build as the firmware's host tool runs it: the same, but its global state holds less. */
    public static BuildProfile hostBuild() {
        return new BuildProfile(true, 12, 32, 32, 16, 24, 72, 12, 24, 20, 112, 364, 24, 4);
    }
}
