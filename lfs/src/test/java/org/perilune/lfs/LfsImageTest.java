package org.perilune.lfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.perilune.runtime.compile.Dump;
import org.perilune.runtime.compile.Stripper;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.Proto;

class LfsImageTest {
    @SuppressWarnings("unused") // read by the tests' parameters
    static final Iterable<String> IMAGES = Goldens.IMAGES;

    private static LfsImage read(byte[] file, int base) {
        return LfsImage.read(LfsFile.open(file, 65536).at(base), base);
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void whatTheFirmwaresCompilerWroteIsReadBack(String image) {
        for (byte[] file : List.of(Goldens.absolute(image), Goldens.relocatable(image))) {
            LfsImage read = read(file, Goldens.ADDRESS);
            List<Proto> compiled = Goldens.builder(image).modules();
            assertEquals(compiled.size(), read.modules().size());
            for (int i = 0; i < compiled.size(); i++) {
                Proto module = read.modules().get(i);
                assertArrayEquals(Dump.dump(compiled.get(i), false), Dump.dump(module, false));
                assertEquals(Goldens.files(image).get(i), read.moduleNames().get(i) + ".lua");
                assertTrue(module.isInFlash());
            }
            assertEquals(Goldens.TIME, read.time());
        }
    }

    @Test
    void aRelocatableImageMayLieAnywhere() {
        byte[] file = Goldens.relocatable("image2");
        assertEquals(10, read(file, 0x402c5000).modules().size());
    }

    @Test
    void anAbsoluteImageIsTakenAtItsAddressOnly() {
        LfsFile file = LfsFile.open(Goldens.absolute("image1"), 65536);
        assertEquals(Goldens.ADDRESS, file.address());
        String message = assertThrows(LfsFormatException.class, () -> file.at(0x40220000))
                .getMessage();
        assertTrue(message.contains("0x40210000") && message.contains("0x40220000"), message);
    }

    @Test
    void imagesOfOtherBuildsAreRefusedNamingBothTargets() {
        assertRefused(0xfafaa152, "integer numbers", "Incorrect LFS build type");
        assertRefused(0xfafaa156, "integer numbers", null);
        assertRefused(0xfafaa150, "16-byte values", "Incorrect LFS build type");
        assertRefused(0xfafaa250, "Lua 5.3", "Incorrect LFS header version");
        assertRefused(0xfafaa15c, "Lua 5.1", "incorrect LFS header signature");
        assertRefused(0x61746164, "no LFS image", null);
    }

    @Test
    void compiledLuaIsRefusedNamingItsVersion() {
        assertCompiledIsRefused(0x53, "is built for Lua 5.3, but the board runs Lua 5.1 with floating-point numbers");
        assertCompiledIsRefused(0x51, "is one compiled file of Lua 5.1");
    }

    private static void assertCompiledIsRefused(int version, String text) {
        byte[] file = Goldens.absolute("image1");
        Words.littleEndian(file).putInt(0, 0x61754c1b).putInt(4, version);
        LfsFormatException refused = assertThrows(LfsFormatException.class, () -> LfsFile.open(file, 65536));
        assertTrue(refused.getMessage().startsWith(text), refused.getMessage());
    }

    private static void assertRefused(int signature, String target, String deviceText) {
        byte[] file = Goldens.absolute("image1");
        Words.littleEndian(file).putInt(0, signature);
        LfsFormatException refused = assertThrows(LfsFormatException.class, () -> LfsFile.open(file, 65536));
        assertTrue(refused.getMessage().contains(target), refused.getMessage());
        assertTrue(refused.getMessage().contains("Lua 5.1 with floating-point numbers"), refused.getMessage());
        if (deviceText != null) {
            assertEquals(deviceText, refused.deviceText());
        }
    }

    @Test
    void aRegionThatIsTooSmallIsNamed() {
        for (byte[] file : List.of(Goldens.absolute("image3"), Goldens.relocatable("image3"))) {
            LfsFormatException refused = assertThrows(LfsFormatException.class, () -> LfsFile.open(file, 16384));
            assertEquals("LFS Image too big for configured LFS region", refused.deviceText());
        }
    }

    @Test
    void functionsInFlashAreNotStripped() {
        Proto module =
                read(Goldens.absolute("image1"), Goldens.ADDRESS).modules().get(0);
        LuaState lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(1 << 20)));
        assertEquals(0, Stripper.strip(module, lua.vm(), 2));
        assertTrue(module.lineInfo.length > 0);
    }
}
