package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LfsCommandTest extends CommandTest {
    @BeforeEach
    void writeModules() throws IOException {
        Files.writeString(folder.resolve("one.lua"), "return 'one'");
        Files.writeString(folder.resolve("two.lua"), "local x = ... return function() return x end");
    }

    private int luac(String... options) {
        List<String> args = new ArrayList<>(List.of("luac"));
        args.addAll(List.of(options));
        args.addAll(List.of("--time", "1700000000", "-o", path("x.img"), path("one.lua"), path("two.lua")));
        return run(args.toArray(String[]::new));
    }

    @Test
    void imagesAreBuiltInspectedAndVerified() {
        assertEquals(0, luac("-f"), err::toString);
        assertTrue(out.toString().startsWith("Image size: "), out::toString);
        assertEquals(0, run("lfs", "inspect", path("x.img"), "--functions", "--strings"), err::toString);
        String text = out.toString();
        assertTrue(text.contains("target     Lua 5.1 with floating-point numbers"), text);
        assertTrue(text.contains("address    any"), text);
        assertTrue(text.contains("built      2023-11-14T22:13:20Z (1700000000)"), text);
        assertTrue(text.contains("modules    2") && text.contains("functions  3"), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("two +2 +\\d+ +\\d+ +\\d+")), text);
        assertTrue(text.contains("3 \"one\""), text);
        assertEquals(0, run("lfs", "verify", path("x.img")), err::toString);
        assertTrue(out.toString().contains("node.LFS.reload takes it with 23"), out::toString);
    }

    @Test
    void theSameFilesGiveTheSameImage() throws IOException {
        luac("-f");
        byte[] first = Files.readAllBytes(Path.of(path("x.img")));
        luac("-f");
        assertArrayEquals(first, Files.readAllBytes(Path.of(path("x.img"))));
    }

    @Test
    void anAbsoluteImageFitsItsAddressOnly() {
        assertEquals(0, luac("-a", "0x40211000"), err::toString);
        assertEquals(0, run("lfs", "verify", path("x.img")), err::toString);
        assertTrue(out.toString().contains("flashed at 0x40211000"), out::toString);
        assertEquals(1, run("lfs", "verify", path("x.img"), "--address", "0x40212000"));
        assertComplains(
                path("x.img") + ": is built for Lua 5.1 with floating-point numbers at address 0x40211000, but");
    }

    @Test
    void whatIsNoImageIsNamed() throws IOException {
        assertEquals(1, run("lfs", "verify", path("one.lua")));
        assertComplains(path("one.lua") + ": of 12 bytes is too short for an image");
        Files.writeString(folder.resolve("long.lua"), "-- no image\n".repeat(100));
        assertEquals(1, run("lfs", "inspect", path("long.lua")));
        assertComplains(path("long.lua") + ": is no LFS image");
        assertEquals(2, run("lfs", "inspect", path("none.img")));
        assertComplains(path("none.img") + ": no such file");
        assertEquals(2, run("lfs"));
        assertComplains("inspect or verify?");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertEquals(2, luac("-a", "0x1000"));
        assertComplains("-a 0x1000 is no flash address: give a multiple of 0x1000 from 0x40210000 to 0x40310000");
        assertEquals(2, luac("-m", "5000"));
        assertComplains("-m 5000 is no region's size: give a multiple of 4096");
        assertEquals(2, luac());
        assertComplains("--time is for images: add -f");
        assertEquals(1, luac("-m", "0"));
        assertComplains(path("x.img") + ": the image needs ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "abc", "", "1e9", "4294967296", "99999999999999999999"})
    void whatIsNoTimeIsRefused(String time) {
        assertEquals(2, run("luac", "-f", "--time=" + time, "-o", path("x.img"), path("one.lua")));
        assertComplains("Invalid value for option '--time': '" + time
                + "' is no time in seconds since 1970, such as 1700000000, up to 4294967295");
        assertFalse(Files.exists(folder.resolve("x.img")));
    }

    @Test
    void severalFilesMakeOneChunk() throws IOException {
        assertEquals(0, run("luac", "-o", path("x.lc"), path("one.lua"), path("two.lua")), err::toString);
        Files.writeString(folder.resolve("bad.lua"), "x = = 1");
        assertEquals(1, run("luac", "-f", "-o", path("x.img"), path("one.lua"), path("bad.lua")));
        assertComplains(path("bad.lua") + ":1: unexpected symbol near '='");
        assertEquals(0x1b, Files.readAllBytes(Path.of(path("x.lc")))[0]);
    }
}
