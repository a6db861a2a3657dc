package org.perilune.runtime.value;

/** What a native function runs; its calling convention belongs to the interpreter. */
public interface NativeCode {}
