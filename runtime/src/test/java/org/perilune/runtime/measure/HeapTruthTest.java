package org.perilune.runtime.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.perilune.runtime.lib.SystemHost;

/** What cases cost, against what they cost on the firmware's own machine: every figure must be equal. */
class HeapTruthTest {
    /** Figures measured with the collector only stepping along. */
    private static final String STEP_LIVE = "live_delta_stepgc";

    private static final String STEP_PEAK = "run_peak_stepgc";

    private static byte[] resource(String path) {
        try (InputStream in = HeapTruthTest.class.getResourceAsStream("/truth/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a table: case, all columns, the row's fields. */
    private static Stream<Arguments> rows(String table) {
        List<String> lines =
                new String(resource(table), StandardCharsets.ISO_8859_1).lines().toList();
        List<String> columns = Arrays.asList(lines.get(0).split("\t"));
        return lines.stream().skip(1).map(line -> {
            List<String> fields = Arrays.asList(line.split("\t", -1));
            return Arguments.of(fields.get(0), columns, fields);
        });
    }

    static Stream<Arguments> cases() {
        return rows("heap-truth.tsv");
    }

    static Stream<Arguments> libraryCases() {
        return rows("heap-library.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void caseCostsWhatItCostsOnTheFirmware(String name, List<String> columns, List<String> fields) {
        check(resource("cases/" + name + ".lua"), columns, fields);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("libraryCases")
    void libraryFunctionCostsWhatItCostsOnTheFirmware(String name, List<String> columns, List<String> fields) {
        String source = fields.get(columns.indexOf("source"));
        check(source.getBytes(StandardCharsets.ISO_8859_1), columns, fields);
    }

    private static void check(byte[] source, List<String> columns, List<String> fields) {
        StringBuilder expected = new StringBuilder();
        StringBuilder found = new StringBuilder();
        List<Long> figures = measure(source, HeapCase.BOARD_MODE).figures();
        for (int i = 0; i < figures.size(); i++) {
            String column = HeapCaseResult.COLUMNS.get(i + 1);
            line(expected, column, fields.get(columns.indexOf(column)));
            line(found, column, figures.get(i));
        }
        HeapCaseResult stepping = measure(source, 0);
        line(expected, STEP_LIVE, fields.get(columns.indexOf(STEP_LIVE)));
        line(found, STEP_LIVE, stepping.live());
        line(expected, STEP_PEAK, fields.get(columns.indexOf(STEP_PEAK)));
        line(found, STEP_PEAK, stepping.runPeak());
        assertEquals(expected.toString(), found.toString());
    }

    private static void line(StringBuilder text, String column, Object value) {
        text.append(column).append(' ').append(value).append('\n');
    }

    private static HeapCaseResult measure(byte[] source, int mode) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        SystemHost host = new SystemHost(InputStream.nullInputStream(), nowhere, nowhere, Path.of("."));
        return HeapCase.measure(source, host, mode);
    }
}
