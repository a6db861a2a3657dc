package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

final class Lftp extends FtpProgram {
    private static final String SETTINGS =
            "set cmd:fail-exit yes; set net:max-retries 1; set net:timeout 20; set xfer:clobber yes; ";

    @Override
    List<String> needs() {
        return List.of("lftp");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    boolean speaksTls() {
        return true;
    }

    private String encryption() {
        return certificate() == null
                ? ""
                : "set ftp:ssl-force yes; set ftp:ssl-protect-data yes; set ssl:ca-file " + quoted(certificate())
                        + "; ";
    }

    private ProcessBuilder told(String command) {
        return process(
                "lftp",
                "-u",
                FtpTarget.USER + "," + FtpTarget.PASSWORD,
                "-e",
                SETTINGS + encryption() + command + "; quit",
                "ftp://" + host() + ":" + port());
    }

    private Run tell(String command) {
        return Run.of(told(command), "");
    }

    private static String quoted(Object name) {
        return "\"" + name + "\"";
    }

    @Override
    Run list(String folder) {
        return tell("cls -1 " + quoted("/" + folder));
    }

    @Override
    Run upload(Path local, String remote) {
        return tell("put " + quoted(local) + " -o " + quoted(remote));
    }

    @Override
    Run download(String remote, Path local) {
        return tell("get " + quoted(remote) + " -o " + quoted(local));
    }

    @Override
    Run rename(String from, String to) {
        return tell("mv " + quoted(from) + " " + quoted(to));
    }

    @Override
    Run delete(String remote) {
        return tell("rm " + quoted(remote));
    }

    @Override
    Run mirrorUp(Path folder) {
        return tell("mirror -R " + quoted(folder) + " " + quoted(folder.getFileName()));
    }

    @Override
    Run mirrorDown(String folder, Path into) {
        return tell("mirror " + quoted(folder) + " " + quoted(into.resolve(folder)));
    }

    @Override
    Run resumeUpload(Path local, String remote) {
        return tell("put -c " + quoted(local) + " -o " + quoted(remote));
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return tell("get -c " + quoted(remote) + " -o " + quoted(local));
    }

    @Override
    ProcessBuilder streamUp(String remote) {
        return told("put /dev/stdin -o " + quoted(remote));
    }
}
