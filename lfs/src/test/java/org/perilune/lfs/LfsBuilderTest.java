package org.perilune.lfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.perilune.runtime.value.LuaString;

/** The builder's output against that of the firmware's own compiler. */
class LfsBuilderTest {
    @SuppressWarnings("unused") // read by the tests' parameters
    static final Iterable<String> IMAGES = Goldens.IMAGES;

    private static byte[] unzip(byte[] file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void absoluteImagesAreTheFirmwaresByteForByte(String image) {
        assertArrayEquals(Goldens.absolute(image), Goldens.builder(image).absolute(Goldens.ADDRESS));
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void relocatableImagesUnpackToTheSameBytes(String image) throws IOException {
        assertArrayEquals(
                unzip(Goldens.relocatable(image)), unzip(Goldens.builder(image).relocatable()));
    }

    @Test
    void oneBuilderCanMakeBothKinds() {
        LfsBuilder builder = Goldens.builder("image2");
        byte[] relocatable = builder.relocatable();
        assertArrayEquals(Goldens.absolute("image2"), builder.absolute(Goldens.ADDRESS));
        assertArrayEquals(relocatable, builder.relocatable());
    }

    @Test
    void tooManyModulesAreRefused() {
        LfsBuilder builder = new LfsBuilder();
        for (int i = 0; i < 51; i++) {
            builder.add("@m" + i + ".lua", Goldens.text("return " + i));
        }
        String message =
                assertThrows(LfsBuildException.class, builder::relocatable).getMessage();
        assertTrue(message.startsWith("an image holds 1 to 50 modules, not 51"), message);
        assertThrows(LfsBuildException.class, () -> new LfsBuilder().relocatable());
    }

    @Test
    void whatIsLargerThanAllowedIsRefused() {
        LfsBuilder builder = Goldens.builder("image3").maxSize(16384);
        String message = assertThrows(LfsBuildException.class, () -> builder.absolute(Goldens.ADDRESS))
                .getMessage();
        assertTrue(message.startsWith("the image needs 20636 bytes, more than the 16384"), message);
        builder.add("@big.lua", Goldens.text("return '" + "x".repeat(300_000) + "'"));
        assertThrows(LfsBuildException.class, builder::relocatable);
        assertEquals(20636, Goldens.builder("image3").maxSize(20636).absolute(Goldens.ADDRESS).length);
    }

    @Test
    void aModuleThatDoesNotCompileIsNamed() {
        String message = assertThrows(
                        LfsBuildException.class, () -> new LfsBuilder().add("@bad.lua", Goldens.text("x = = 1")))
                .getMessage();
        assertEquals("bad.lua:1: unexpected symbol near '='", message);
    }

    @Test
    void modulesOfOneNameAreReported() {
        LfsBuilder builder = new LfsBuilder();
        builder.add("@a/m.lua", Goldens.text("return 1")).add("@b/m.lua", Goldens.text("return 2"));
        assertEquals(Set.of("m"), builder.doubleNames());
    }

    @ParameterizedTest
    @CsvSource({
        "@a.lua, a",
        "@lib/net/a.b.lua, a",
        "@.hidden.lua, hidden",
        "@..., ...",
        "@dir\\file.lua, file",
        "@dir/back\\slash.lua, back\\slash",
        "=?, ?",
        "@x, x"
    })
    void aModulesNameIsItsFilesCore(String source, String name) {
        LfsBuilder builder = new LfsBuilder();
        builder.add(source, Goldens.text("return 1"));
        LuaString text = builder.modules().get(0).source;
        assertEquals(name, LookupFunction.moduleName(text));
    }
}
