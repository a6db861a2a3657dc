package org.perilune.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.perilune.lfs.FunctionSize;
import org.perilune.lfs.LfsFile;
import org.perilune.lfs.LfsImage;
import org.perilune.runtime.value.LuaString;

/** What an LFS image holds, for people to read. */
final class LfsReport {
    /** Widest text of a string that is listed. */
    private static final int WIDEST = 100;

    private final LfsImage image;
    private final PrintWriter out;

    LfsReport(LfsImage image, PrintWriter out) {
        this.image = image;
        this.out = out;
    }

    void summary(Path file, int fileSize, LfsFile opened) {
        int functions = image.modules().stream()
                .mapToInt(m -> FunctionSize.of(m).size())
                .sum();
        int[] text = {0};
        image.strings().forEach(string -> text[0] += string.length());
        out.printf(Locale.ROOT, "image      %s, %d bytes%n", file, fileSize);
        out.printf(Locale.ROOT, "in flash   %d bytes%n", image.size());
        out.printf(Locale.ROOT, "target     %s%n", image.target().describe());
        out.printf(
                Locale.ROOT,
                "address    %s%n",
                opened.isRelocatable() ? "any" : String.format(Locale.ROOT, "0x%08x", opened.address()));
        out.printf(Locale.ROOT, "built      %s (%.0f)%n", Instant.ofEpochSecond((long) image.time()), image.time());
        out.printf(Locale.ROOT, "modules    %d%n", image.modules().size());
        out.printf(Locale.ROOT, "functions  %d%n", functions);
        out.printf(
                Locale.ROOT,
                "strings    %d, %d bytes of text%n%n",
                image.strings().count(),
                text[0]);
    }

    /** @param each whether to list each function as well */
    void modules(boolean each) {
        List<String> names = image.moduleNames();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        String row = "%-" + Math.max(width, "module".length()) + "s %9s %12s %9s %7s%n";
        out.printf(Locale.ROOT, row, "module", "functions", "instructions", "constants", "bytes");
        for (int i = 0; i < names.size(); i++) {
            List<FunctionSize> sizes = FunctionSize.of(image.modules().get(i));
            out.printf(
                    Locale.ROOT,
                    row,
                    printable(names.get(i)),
                    sizes.size(),
                    sizes.stream().mapToInt(FunctionSize::instructions).sum(),
                    sizes.stream().mapToInt(FunctionSize::constants).sum(),
                    sizes.stream().mapToInt(FunctionSize::bytes).sum());
            if (each) {
                for (FunctionSize size : sizes) {
                    out.printf(
                            Locale.ROOT,
                            "  %s: %d instructions, %d constants, %d bytes%n",
                            printable(size.name()),
                            size.instructions(),
                            size.constants(),
                            size.bytes());
                }
            }
        }
    }

    void strings() {
        List<LuaString> all = new ArrayList<>();
        image.strings().forEach(all::add);
        out.printf("%nstrings, with their lengths%n");
        all.stream()
                .map(string -> String.format(Locale.ROOT, "%7d \"%s\"", string.length(), printable(string.toString())))
                .sorted()
                .forEach(out::println);
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (char c : text.substring(0, Math.min(text.length(), WIDEST)).toCharArray()) {
            printable.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\%03d", (int) c));
        }
        return text.length() > WIDEST ? printable + "..." : printable.toString();
    }
}
