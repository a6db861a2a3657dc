package org.perilune.flash.spiffs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.perilune.flash.chip.NorChip;

/** Random operations on a file system and on a simple model of one: they must agree, through remounts too. */
final class ModelRun {
    private static final int NAMES = 40;

    private final NorChip chip;
    private final Random random;
    private final Map<String, byte[]> model = new HashMap<>();
    private Spiffs spiffs;
    /** Open files and where the model has them. */
    private final List<Opened> open = new ArrayList<>();

    private int refused;
    /** The file that the present operation writes; null when it writes none. */
    private String written;

    private record Opened(String name, SpiffsFile file) {}

    ModelRun(int size, long seed) throws IOException {
        chip = NorChip.inMemory(size);
        spiffs = Spiffs.format(chip.whole());
        random = new Random(seed);
    }

    Spiffs spiffs() {
        return spiffs;
    }

    NorChip chip() {
        return chip;
    }

    int refused() {
        return refused;
    }

    void run(int operations) throws IOException {
        for (int i = 0; i < operations; i++) {
            try {
                step();
            } catch (NoSpaceException e) {
                refused++;
                closeAll();
                adopt();
                compareAll();
            }
        }
        closeAll();
        compareAll();
        assertTrue(spiffs.check().isClean());
        assertEquals(GoldenImage.pagesOf(spiffs), spiffs.info().usedPages());
    }

    private void step() throws IOException {
        written = null;
        int kind = random.nextInt(1000);
        if (kind < 250) {
            write();
        } else if (kind < 550) {
            read();
        } else if (kind < 650) {
            open();
        } else if (kind < 750) {
            close();
        } else if (kind < 850) {
            replace();
        } else if (kind < 930) {
            remove();
        } else if (kind < 970) {
            rename();
        } else if (kind < 995) {
            truncate();
        } else if (kind < 998) {
            remount();
        } else {
            compareAll();
        }
    }

    private String anyName() {
        return "file" + random.nextInt(NAMES);
    }

    private byte[] anyBytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private int anySize() {
        return switch (random.nextInt(40)) {
            case 0 -> chip.size() / 6;
            case 1, 2, 3 -> 2000;
            default -> 300;
        };
    }

    private Opened anyOpen() throws IOException {
        if (open.isEmpty()) {
            open();
        }
        return open.get(random.nextInt(open.size()));
    }

    private void open() throws IOException {
        if (open.size() == Spiffs.MAX_OPEN) {
            close();
        }
        String name = anyName();
        SpiffsFile file = spiffs.open(name, new OpenMode(true, true, true, false, false, false));
        model.putIfAbsent(name, new byte[0]);
        open.add(new Opened(name, file));
    }

    private void close() throws IOException {
        if (!open.isEmpty()) {
            open.remove(random.nextInt(open.size())).file().close();
        }
    }

    private void closeAll() throws IOException {
        while (!open.isEmpty()) {
            open.remove(0).file().close();
        }
    }

    private void write() throws IOException {
        Opened opened = anyOpen();
        byte[] old = model.get(opened.name());
        int at = random.nextBoolean() ? old.length : random.nextInt(old.length + 1);
        byte[] bytes = anyBytes(anySize());
        written = opened.name();
        opened.file().position(at);
        opened.file().write(bytes, 0, bytes.length);
        byte[] now = Arrays.copyOf(old, Math.max(old.length, at + bytes.length));
        System.arraycopy(bytes, 0, now, at, bytes.length);
        model.put(opened.name(), now);
    }

    private void read() throws IOException {
        Opened opened = anyOpen();
        byte[] content = model.get(opened.name());
        int at = random.nextInt(content.length + 1);
        byte[] bytes = new byte[random.nextInt(600)];
        assertEquals(content.length, opened.file().size());
        opened.file().flush(); // what waits to be the first of a file is not read
        opened.file().position(at);
        int n = opened.file().read(bytes, 0, bytes.length);
        assertEquals(Math.min(bytes.length, content.length - at), n);
        assertTrue(Arrays.equals(content, at, at + n, bytes, 0, n), opened.name());
    }

    private void replace() throws IOException {
        String name = anyName();
        byte[] bytes = anyBytes(anySize());
        written = name;
        model.remove(name);
        GoldenImage.put(spiffs, name, bytes);
        model.put(name, bytes);
    }

    private void remove() throws IOException {
        String name = anyName();
        if (model.remove(name) != null) {
            spiffs.remove(name);
            open.removeIf(opened -> opened.name().equals(name));
        }
        assertEquals(null, spiffs.stat(name));
    }

    private void rename() throws IOException {
        String from = anyName();
        String to = anyName();
        if (model.containsKey(from) && !model.containsKey(to)) {
            spiffs.rename(from, to);
            model.put(to, model.remove(from));
            open.replaceAll(opened -> opened.name().equals(from) ? new Opened(to, opened.file()) : opened);
        }
    }

    private void truncate() throws IOException {
        Opened opened = anyOpen();
        byte[] old = model.get(opened.name());
        int size = random.nextInt(old.length + 1);
        opened.file().truncate(size);
        model.put(opened.name(), Arrays.copyOf(old, size));
    }

    private void remount() throws IOException {
        closeAll();
        spiffs.close();
        spiffs = Spiffs.mount(chip.whole());
    }

    private void compareAll() throws IOException {
        List<SpiffsEntry> list = spiffs.list();
        assertEquals(model.size(), list.size());
        for (SpiffsEntry entry : list) {
            assertArrayEquals(model.get(entry.name()), GoldenImage.content(spiffs, entry.name()), entry.name());
        }
    }

    /** How much of a write that was refused is stored is not said, so the model takes over that file, and no other. */
    private void adopt() throws IOException {
        if (written != null && spiffs.stat(written) != null) {
            model.put(written, GoldenImage.content(spiffs, written));
        }
    }
}
