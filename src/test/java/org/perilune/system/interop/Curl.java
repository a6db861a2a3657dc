package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.ArrayList;
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
    boolean speaksTls() {
        return true;
    }

    private String[] command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("curl", "-sS"));
        if (certificate() != null) {
            command.addAll(List.of("--ssl-reqd", "--cacert", certificate().toString()));
        }
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private Run curl(String... arguments) {
        return run(command(arguments));
    }

    @Override
    Run list(String folder) {
        return curl("-l", url(folder.isEmpty() ? "" : folder + "/"));
    }

    @Override
    Run upload(Path local, String remote) {
        return curl("--ftp-create-dirs", "-T", local.toString(), url(remote));
    }

    @Override
    Run download(String remote, Path local) {
        return curl("-o", local.toString(), url(remote));
    }

    @Override
    Run rename(String from, String to) {
        return curl("-o", "listing", "-Q", "RNFR " + from, "-Q", "RNTO " + to, url(""));
    }

    @Override
    Run delete(String remote) {
        return curl("-o", "listing", "-Q", "DELE " + remote, url(""));
    }

    @Override
    Run resumeUpload(Path local, String remote) {
        return curl("-C", "-", "-T", local.toString(), url(remote));
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return curl("-C", "-", "-o", local.toString(), url(remote));
    }

    @Override
    ProcessBuilder streamUp(String remote) {
        return process(command("-T", "-", url(remote)));
    }
}
