package org.perilune.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("heap.baseline"), List.of(lines));
    }

    @Test
    void aLineIsFoundByItsTest() throws IOException {
        BaselineFile baseline = BaselineFile.read(file("# comment", "", "a.B.c\t10\t20"));
        assertEquals(new HeapFigures(10, 20), baseline.find("a.B.c"));
        assertNull(baseline.find("a.B.d"));
    }

    @Test
    void aFileThatIsMissingHasNoLines() {
        assertNull(BaselineFile.read(folder.resolve("none")).find("a.B.c"));
    }

    @Test
    void aMalformedLineIsNamed() throws IOException {
        Path file = file("a.B.c\t10\t20", "a.B.d 10 20");
        Exception e = assertThrows(IllegalStateException.class, () -> BaselineFile.read(file));
        assertEquals(file + ":2: a line is test<TAB>live<TAB>peak, not 'a.B.d 10 20'", e.getMessage());
        Path numbers = file("a.B.c\t10\tmany");
        assertThrows(IllegalStateException.class, () -> BaselineFile.read(numbers));
    }

    @Test
    void linesOfMeasuredClassesAreReplacedAndOthersStay() throws IOException {
        Path file = file("z.Z.stays\t1\t2", "a.B.gone\t3\t4", "a.B.moves(x.y)\t5\t6");
        Map<String, HeapFigures> measured =
                Map.of("a.B.moves(x.y)", new HeapFigures(7, 8), "a.B.fresh", new HeapFigures(9, 10));
        BaselineFile.read(file).with(measured).write(file);
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).startsWith("# "));
        assertEquals(
                List.of("a.B.fresh\t9\t10", "a.B.moves(x.y)\t7\t8", "z.Z.stays\t1\t2"), lines.subList(1, lines.size()));
    }
}
