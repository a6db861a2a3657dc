package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The client of the BSDs, which is {@code ftp} on Debian. */
final class Tnftp extends FtpProgram {
    @Override
    List<String> needs() {
        return List.of("tnftp");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.of(
                Ability.LIST, Ability.UPLOAD, Ability.DOWNLOAD, Ability.RENAME, Ability.DELETE, Ability.RESUME_DOWN);
    }

    @Override
    boolean tellsFailure() {
        return false;
    }

    private Run tell(String command) {
        return script(
                "user " + FtpTarget.USER + " " + FtpTarget.PASSWORD + "\nbinary\n" + command + "\nquit\n",
                "tnftp",
                "-n",
                host(),
                port());
    }

    @Override
    Run list(String folder) {
        return tell("nlist \"/" + folder + "\"");
    }

    @Override
    Run upload(Path local, String remote) {
        return tell("put \"" + local + "\" \"" + remote + "\"");
    }

    @Override
    Run download(String remote, Path local) {
        return tell("get \"" + remote + "\" \"" + local + "\"");
    }

    @Override
    Run rename(String from, String to) {
        return tell("rename \"" + from + "\" \"" + to + "\"");
    }

    @Override
    Run delete(String remote) {
        return tell("delete \"" + remote + "\"");
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return tell("reget \"" + remote + "\" \"" + local + "\"");
    }
}
