package org.perilune.runtime.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perilune.runtime.heap.Heap;

/** Expressions with the results that the firmware's own machine gave. */
class ProbesTest {
    @ParameterizedTest
    @ValueSource(strings = {"probes/probes.tsv", "probes/probes-more.tsv"})
    void everyExpressionGivesWhatTheFirmwareGives(String table) {
        assertEquals(List.of(), failures(table, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"probes/probes.tsv", "probes/probes-more.tsv"})
    void collectingAtEveryAllocationChangesNoResult(String table) {
        assertEquals(List.of(), failures(table, Heap.ALWAYS));
    }

    private static List<String> failures(String table, int mode) {
        List<String> failures = new ArrayList<>();
        Bench bench = new Bench();
        bench.heap.mode(mode, 0);
        for (String[] row : Bench.rows(table)) {
            String found = result(bench, row[1]);
            if (!found.equals(row[2])) {
                failures.add(row[0] + " " + row[1] + " gives " + found + ", not " + row[2]);
            }
        }
        return failures;
    }

    private static String result(Bench bench, String expression) {
        List<String> values = bench.run("return " + expression, "=p");
        List<String> shown = new ArrayList<>(values);
        if (values.isEmpty() || !values.get(0).equals("false") || bench.lua.argCount() == values.size()) {
            shown.add(0, "true");
        }
        while (shown.size() > 1 && shown.get(shown.size() - 1).equals("nil") && isNil(bench, shown)) {
            shown.remove(shown.size() - 1);
        }
        return escaped(String.join(" ; ", shown));
    }

    /** Whether the last value shown is nil and not the string. */
    private static boolean isNil(Bench bench, List<String> shown) {
        int index = shown.size() - 1;
        return index >= 1 && bench.lua.refAt(index) == null;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                escaped.append('\\').append((int) c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
