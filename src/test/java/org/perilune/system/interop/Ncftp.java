package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

final class Ncftp extends FtpProgram {
    @Override
    List<String> needs() {
        return List.of("ncftpput", "ncftpget", "ncftpls");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.TIMES));
    }

    private String[] command(String program, String... arguments) {
        List<String> all =
                new ArrayList<>(List.of(program, "-u", FtpTarget.USER, "-p", FtpTarget.PASSWORD, "-P", port()));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    @Override
    Run list(String folder) {
        return run(command("ncftpls", "-1", "ftp://" + host() + "/" + (folder.isEmpty() ? "" : folder + "/")));
    }

    @Override
    Run upload(Path local, String remote) {
        return run(command("ncftpput", "-Z", "-C", host(), local.toString(), "/" + remote));
    }

    @Override
    Run download(String remote, Path local) {
        return run(command("ncftpget", "-Z", "-C", host(), "/" + remote, local.toString()));
    }

    @Override
    Run rename(String from, String to) {
        return run(command("ncftpls", "-W", "RNFR " + from, "-W", "RNTO " + to, "ftp://" + host() + "/"));
    }

    @Override
    Run delete(String remote) {
        return run(command("ncftpls", "-W", "DELE " + remote, "ftp://" + host() + "/"));
    }

    @Override
    Run mirrorUp(Path folder) {
        return run(command("ncftpput", "-R", host(), "/", folder.toString()));
    }

    @Override
    Run mirrorDown(String folder, Path into) {
        return run(command("ncftpget", "-R", host(), into.toString(), "/" + folder));
    }

    @Override
    Run resumeUpload(Path local, String remote) {
        return run(command("ncftpput", "-z", "-C", host(), local.toString(), "/" + remote));
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return run(command("ncftpget", "-z", "-C", host(), "/" + remote, local.toString()));
    }

    @Override
    ProcessBuilder streamUp(String remote) {
        return process(command("ncftpput", "-c", host(), "/" + remote));
    }
}
