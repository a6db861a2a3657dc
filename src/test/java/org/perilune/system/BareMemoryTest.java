package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine without a board has no ceiling of its own; it must end before the host's memory does. */
class BareMemoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t[i] = 'k' .. i",
                "t[i] = {}",
                "t = {t}",
                "t[i] = function() return i end",
                "t['k' .. i] = i",
                "t[i] = coroutine.create(function() end)",
                "t[i] = loadstring('return ' .. i)"
            })
    void aProgramThatKeepsAllItMakesEndsInALuaError(String body) throws IOException {
        Files.writeString(folder.resolve("bomb.lua"), "local t = {} for i = 1, 1e9 do " + body + " end");
        Command command = Command.runWith(List.of("-Xmx48m"), folder, "", "exec", "--bare", "bomb.lua");
        assertEquals("perilune: not enough memory\n", command.errors());
        assertEquals(1, command.exitCode());
    }
}
