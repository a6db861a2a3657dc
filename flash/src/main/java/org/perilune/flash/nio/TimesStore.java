package org.perilune.flash.nio;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.perilune.flash.spiffs.ChangeListener;

/**
 * When files were changed, which SPIFFS does not say. Kept by the host beside the image, never in it: it learns of
 * every change, the board's own too. Safe for several threads.
 */
public final class TimesStore implements ChangeListener {
    /** Where it is kept; null for memory only. */
    private final Path file;

    private final InstantSource clock;
    /** The time of files that nothing is known of. */
    private final Instant unknown;

    private final Map<String, Instant> times = new TreeMap<>();
    private boolean dirty;

    private TimesStore(Path file, InstantSource clock, Instant unknown) {
        this.file = file;
        this.clock = clock;
        this.unknown = unknown;
    }

    public static TimesStore inMemory(InstantSource clock) {
        return new TimesStore(null, clock, clock.instant());
    }

    /**
     * Keeps the times in a file: a line for each, milliseconds and the name. Files it does not name are as old as the
     * image.
     */
    public static TimesStore besideImage(Path image, InstantSource clock) throws IOException {
        Path file = image.resolveSibling(image.getFileName() + ".times");
        Instant unknown = Files.exists(image) ? Files.getLastModifiedTime(image).toInstant() : clock.instant();
        TimesStore store = new TimesStore(file, clock, unknown);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                store.read(line);
            }
        }
        return store;
    }

    private void read(String line) {
        int space = line.indexOf(' ');
        try {
            String name = URLDecoder.decode(line.substring(space + 1), StandardCharsets.ISO_8859_1);
            times.put(name, Instant.ofEpochMilli(Long.parseLong(line.substring(0, Math.max(0, space)))));
        } catch (IllegalArgumentException e) {
            // A line that says nothing leaves its file as old as the image.
            dirty = true;
        }
    }

    /**
     * Learns which files there are, before any is changed: those that nothing is known of keep the time they have now,
     * though the image becomes younger, and what is known of others is forgotten.
     */
    public synchronized void adopt(Collection<String> names) {
        times.keySet().retainAll(names);
        names.forEach(name -> times.putIfAbsent(name, unknown));
    }

    /** When a file was last changed, by its name in bytes. */
    public synchronized Instant get(String name) {
        return times.getOrDefault(name, unknown);
    }

    public synchronized void set(String name, Instant time) {
        times.put(name, time);
        dirty = true;
    }

    @Override
    public synchronized void changed(String name) {
        set(name, clock.instant());
    }

    @Override
    public synchronized void removed(String name) {
        times.remove(name);
        dirty = true;
    }

    @Override
    public synchronized void renamed(String from, String to) {
        set(to, get(from));
        times.remove(from);
    }

    /** Makes sure that the times survive the process. */
    public synchronized void save() throws IOException {
        if (file == null || !dirty) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        times.forEach((name, time) -> lines.append(time.toEpochMilli())
                .append(' ')
                .append(URLEncoder.encode(name, StandardCharsets.ISO_8859_1))
                .append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, lines, StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        dirty = false;
    }
}
