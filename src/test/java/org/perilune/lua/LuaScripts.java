package org.perilune.lua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Finds the scripts below the folder {@code lua} of the test resources. */
final class LuaScripts {
    private static final Path ROOT = root();

    private LuaScripts() {}

    private static Path root() {
        URL folder = LuaScripts.class.getResource("/lua");
        if (folder == null) {
            throw new IllegalStateException("no folder of scripts on the class path");
        }
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One test for each script below a folder, in containers that mirror the folders. */
    static Stream<DynamicNode> tests(String folder, Function<LuaScript, ScriptResult> machine) {
        return nodes(ROOT.resolve(folder), machine);
    }

    private static Stream<DynamicNode> nodes(Path folder, Function<LuaScript, ScriptResult> machine) {
        return entries(folder).stream()
                .filter(entry -> Files.isDirectory(entry) || isScript(entry))
                .map(entry -> Files.isDirectory(entry)
                        ? DynamicContainer.dynamicContainer(display(entry), entry.toUri(), nodes(entry, machine))
                        : test(entry, machine));
    }

    private static DynamicTest test(Path file, Function<LuaScript, ScriptResult> machine) {
        URI source = file.toUri();
        return DynamicTest.dynamicTest(display(file), source, () -> {
            LuaScript script = LuaScript.parse(display(file), Files.readString(file, StandardCharsets.ISO_8859_1));
            machine.apply(script).assertMatches(script);
        });
    }

    private static String display(Path entry) {
        return ROOT.relativize(entry).toString().replace('\\', '/');
    }

    private static boolean isScript(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".lua");
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
