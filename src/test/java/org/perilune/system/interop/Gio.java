package org.perilune.system.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the file managers of GNOME are built on: a server is mounted first, on a message bus of its own. */
final class Gio extends FtpProgram {
    @Override
    List<String> needs() {
        return List.of("gio", "dbus-run-session", "sh");
    }

    /** The part that speaks FTP is a package of its own. */
    @Override
    boolean isInstalled() {
        return super.isInstalled()
                && Stream.of("/usr/libexec/gvfsd-ftp", "/usr/lib/gvfs/gvfsd-ftp")
                        .anyMatch(program -> Files.isExecutable(Path.of(program)));
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.of(Ability.LIST, Ability.UPLOAD, Ability.DOWNLOAD, Ability.RENAME, Ability.DELETE);
    }

    private String place() {
        return "ftp://" + FtpTarget.USER + "@" + host() + ":" + port() + "/";
    }

    /** The command's $1 is the mounted place, its arguments follow. */
    private Run tell(String command, String... arguments) {
        String script = "printf '%s\\n' " + FtpTarget.PASSWORD + " | gio mount \"$1\" >/dev/null && " + command;
        List<String> all = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", script, "sh", place()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static String escaped(String name) {
        return name.replace(" ", "%20");
    }

    @Override
    Run list(String folder) {
        return tell("gio list \"$1$2\"", folder);
    }

    @Override
    Run upload(Path local, String remote) {
        return tell("gio copy \"$2\" \"$1$3\"", local.toString(), escaped(remote));
    }

    @Override
    Run download(String remote, Path local) {
        return tell("gio copy \"$1$2\" \"$3\"", escaped(remote), local.toString());
    }

    @Override
    Run rename(String from, String to) {
        return tell("gio rename \"$1$2\" \"$3\"", escaped(from), to);
    }

    @Override
    Run delete(String remote) {
        return tell("gio remove \"$1$2\"", escaped(remote));
    }
}
