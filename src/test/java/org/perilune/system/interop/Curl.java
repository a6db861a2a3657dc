package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

final class Curl extends FtpProgram {
    @Override
    List<String> needs() {
        return List.of("curl");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.MIRROR_UP, Ability.MIRROR_DOWN, Ability.TIMES));
    }

    @Override
    Run list(String folder) {
        return run("curl", "-sS", "-l", url(folder.isEmpty() ? "" : folder + "/"));
    }

    @Override
    Run upload(Path local, String remote) {
        return run("curl", "-sS", "--ftp-create-dirs", "-T", local.toString(), url(remote));
    }

    @Override
    Run download(String remote, Path local) {
        return run("curl", "-sS", "-o", local.toString(), url(remote));
    }

    @Override
    Run rename(String from, String to) {
        return run("curl", "-sS", "-o", "listing", "-Q", "RNFR " + from, "-Q", "RNTO " + to, url(""));
    }

    @Override
    Run delete(String remote) {
        return run("curl", "-sS", "-o", "listing", "-Q", "DELE " + remote, url(""));
    }

    @Override
    Run resumeUpload(Path local, String remote) {
        return run("curl", "-sS", "-C", "-", "-T", local.toString(), url(remote));
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return run("curl", "-sS", "-C", "-", "-o", local.toString(), url(remote));
    }

    @Override
    ProcessBuilder streamUp(String remote) {
        return process("curl", "-sS", "-T", "-", url(remote));
    }
}
