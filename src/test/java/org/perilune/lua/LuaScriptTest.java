package org.perilune.lua;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** How expectations are read and compared. */
class LuaScriptTest {
    private static LuaScript script(String source) {
        return LuaScript.parse("folder/s.lua", source);
    }

    private static String failure(String source, String output, String error) {
        ScriptResult result = new ScriptResult(output, error);
        return assertThrows(AssertionFailedError.class, () -> result.assertMatches(script(source)))
                .getMessage()
                .replaceAll("\\R", "\n");
    }

    @Test
    void expectationsStandAtTheEndOfALineOrBelowIt() {
        LuaScript script = script("print(1) -- expect: 1\nprint('a b')\n  -- expect: a b\nprint() -- expect:\n");
        assertEquals(
                List.of(new LuaScript.Line(1, "1"), new LuaScript.Line(3, "a b"), new LuaScript.Line(4, "")),
                script.output());
        assertEquals("s.lua", script.fileName());
    }

    @Test
    void anErrorIsExpectedOnce() {
        assertEquals(
                new LuaScript.Line(1, "boom"),
                script("error('boom', 0) -- expect error: boom").error());
        assertThrows(
                IllegalArgumentException.class, () -> script("-- expect error: a\n-- expect error: b"), "a second one");
        assertThrows(IllegalArgumentException.class, () -> script("print(1)"), "a script that expects nothing");
    }

    @Test
    void tabsAndOtherBytesAreMadeVisible() {
        String output = "1\tx\200\n\n";
        LuaScript script = script("-- expect: 1\\tx\\128\n-- expect:");
        assertDoesNotThrow(() -> new ScriptResult(output, null).assertMatches(script));
    }

    @Test
    void aFailureNamesScriptLineExpectedAndGot() {
        assertEquals(
                "folder/s.lua:2\n  expected b\n  got      c", failure("-- expect: a\n-- expect: b", "a\nc\n", null));
        assertEquals(
                "folder/s.lua:1\n  expected a\n  got      the end of the output, the error: boom",
                failure("-- expect: a", "", "boom"));
        assertEquals(
                "folder/s.lua\n  expected the end of the output\n  got      b",
                failure("-- expect: a", "a\nb\n", null));
        assertEquals(
                "folder/s.lua\n  expected no error\n  got      the error: boom",
                failure("-- expect: a", "a\n", "boom"));
        assertEquals(
                "folder/s.lua:1\n  expected the error: boom\n  got      no error",
                failure("-- expect error: boom", "", null));
    }
}
