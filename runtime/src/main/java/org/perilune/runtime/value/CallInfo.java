package org.perilune.runtime.value;

/** One level of call: where on the stack it lives and where it goes on. Reused from call to call. */
public final class CallInfo {
    /** Slot of the function called. */
    public int func;
    /** First register, or first argument of a native function. */
    public int base;
    /** First slot past the frame. */
    public int top;
    /** Next instruction of a Lua function that waits for a call, or was left at an error. */
    public int pc;
    /** Results the caller wants, -1 for all. */
    public int results;
    /** Tail calls lost under this entry. */
    public int tailCalls;
}
