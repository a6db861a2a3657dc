package org.perilune.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perilune.runtime.value.Proto;

/** The compiler's output against that of the firmware's own, byte for byte. */
class GoldenBytecodeTest {
    static Stream<String> cases() {
        return new String(TestMachine.resource("heap-truth.tsv"), StandardCharsets.ISO_8859_1)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('\t')));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheFirmwares(String name) {
        TestMachine machine = new TestMachine();
        byte[] text = TestMachine.resource("cases/" + name + ".lua");
        Proto proto = machine.load(text, "@" + name + ".lua").proto;
        assertArrayEquals(TestMachine.resource("luac/" + name + ".lc"), Dump.dump(proto, false));
        assertArrayEquals(TestMachine.resource("luac/" + name + ".stripped.lc"), Dump.dump(proto, true));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadBackAsItIs(String name) {
        TestMachine machine = new TestMachine();
        byte[] whole = TestMachine.resource("luac/" + name + ".lc");
        assertArrayEquals(whole, Dump.dump(machine.load(whole, "@x").proto, false));
        byte[] stripped = TestMachine.resource("luac/" + name + ".stripped.lc");
        assertArrayEquals(stripped, Dump.dump(machine.load(stripped, "@x").proto, true));
    }
}
