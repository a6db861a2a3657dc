package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.nio.TimesStore;
import org.perilune.flash.spiffs.OpenMode;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;
import org.perilune.flash.spiffs.SpiffsFile;

/** The file system in a chip file or a bare SPIFFS image, for one command. */
final class FlashFiles {
    interface Task {
        /** @return the exit code */
        int run(Spiffs files) throws IOException;
    }

    private FlashFiles() {}

    /** Works on a copy: the file stays as it is, and may belong to a board that runs. */
    static int read(Path file, Task task) {
        return with(file, false, task);
    }

    /** Works on the file itself, which no board may have meanwhile; the times of changes go beside it. */
    static int change(Path file, Task task) {
        TimesStore times = HostFiles.times(existing(file));
        return with(file, true, files -> {
            times.adopt(files.list().stream().map(SpiffsEntry::name).toList());
            files.listen(times);
            try {
                return task.run(files);
            } finally {
                times.save();
            }
        });
    }

    private static int with(Path file, boolean change, Task task) {
        try (NorChip flash = change ? ChipFile.itself(file) : ChipFile.copy(existing(file))) {
            FlashRegion region = ChipFile.fileRegion(flash);
            if (region == null) {
                throw Failure.usage(file + ": holds no SPIFFS file system; fs format makes one");
            }
            int code;
            try (Spiffs files = Spiffs.mount(region)) {
                code = task.run(files);
            }
            flash.sync();
            return code;
        } catch (IOException e) {
            throw Failure.usage(file + ": " + HostFiles.reason(e));
        }
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw Failure.usage(file + ": no such file or folder");
        }
        return file;
    }

    static byte[] content(Spiffs files, SpiffsEntry entry) throws IOException {
        byte[] content = new byte[entry.size()];
        try (SpiffsFile file = files.openForHost(entry.name(), OpenMode.READ)) {
            for (int done = 0; done < content.length; ) {
                int n = file.read(content, done, content.length - done);
                if (n <= 0) {
                    throw new IOException("'" + entry.name() + "' ends after " + done + " of " + content.length
                            + " bytes; fs check tells more");
                }
                done += n;
            }
        }
        return content;
    }
}
