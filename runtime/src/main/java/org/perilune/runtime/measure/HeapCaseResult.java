package org.perilune.runtime.measure;

import java.util.List;

/**
 * What one case cost. Bytes and blocks are those of Lua's objects; the string table's vector, the main thread's stacks
 * and the concatenation buffer stand apart.
 *
 * @param live bytes that the call left behind
 * @param compilePeak most bytes while the case was compiled, above the level before
 * @param chunk bytes of the compiled case
 * @param compileGarbage bytes that compiling left to the collector
 * @param runPeak most bytes during the call, above the level before
 * @param liveBlocks blocks that the call left behind
 * @param deviceLive device bytes that the call left behind
 * @param deviceCompilePeak most device bytes while compiling; a block that moves counts twice meanwhile
 * @param deviceRunPeak most device bytes during the call, counted likewise
 * @param stringTable growth of the string table's vector in bytes, from before the call to its end
 * @param mainStack growth of the main thread's stacks in bytes
 * @param concatBuffer growth of the concatenation buffer in bytes
 * @param strings growth of the number of strings
 */
public record HeapCaseResult(
        long live,
        long compilePeak,
        long chunk,
        long compileGarbage,
        long runPeak,
        long liveBlocks,
        long deviceLive,
        long deviceCompilePeak,
        long deviceRunPeak,
        long stringTable,
        long mainStack,
        long concatBuffer,
        long strings) {
    /** Names of the columns, the case's own first. */
    public static final List<String> COLUMNS = List.of(
            "case",
            "live_delta_bytes",
            "compile_peak_bytes",
            "chunk_live_bytes",
            "compile_garbage_bytes",
            "run_peak_bytes",
            "live_blocks",
            "dev_live_bytes",
            "dev_compile_peak_bytes",
            "dev_run_peak_bytes",
            "d_strt",
            "d_mainstack",
            "d_concatbuf",
            "d_strings");

    /** The figures in the columns' order. */
    public List<Long> figures() {
        return List.of(
                live,
                compilePeak,
                chunk,
                compileGarbage,
                runPeak,
                liveBlocks,
                deviceLive,
                deviceCompilePeak,
                deviceRunPeak,
                stringTable,
                mainStack,
                concatBuffer,
                strings);
    }
}
