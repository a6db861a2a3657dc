package org.perilune.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * What a script did on some machine.
 *
 * @param output all it printed, each byte one character
 * @param error the error it ended with, or null
 */
record ScriptResult(String output, String error) {
    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(output.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines.stream().map(LuaScript::visible).collect(Collectors.toList());
    }

    /** Fails with script, line, expected and got at the first difference. */
    void assertMatches(LuaScript script) {
        List<String> got = lines();
        int common = Math.min(script.output().size(), got.size());
        for (int i = 0; i < common; i++) {
            LuaScript.Line wanted = script.output().get(i);
            if (!wanted.text().equals(got.get(i))) {
                throw failure(script, wanted.number(), wanted.text(), got.get(i));
            }
        }
        if (common < script.output().size()) {
            LuaScript.Line wanted = script.output().get(common);
            throw failure(script, wanted.number(), wanted.text(), "the end of the output" + errorNote());
        }
        if (common < got.size()) {
            throw failure(script, 0, "the end of the output", got.get(common));
        }
        String wantedError = script.error() == null ? null : script.error().text();
        String gotError = error == null ? null : LuaScript.visible(error);
        if (!Objects.equals(wantedError, gotError)) {
            int line = script.error() == null ? 0 : script.error().number();
            throw failure(script, line, errorText(wantedError), errorText(gotError));
        }
    }

    private String errorNote() {
        return error == null ? "" : ", " + errorText(LuaScript.visible(error));
    }

    private static String errorText(String message) {
        return message == null ? "no error" : "the error: " + message;
    }

    private static AssertionFailedError failure(LuaScript script, int line, String expected, String got) {
        String place = line == 0 ? script.path() : script.path() + ":" + line;
        String message = String.format("%s%n  expected %s%n  got      %s", place, expected, got);
        return new AssertionFailedError(message, expected, got);
    }
}
