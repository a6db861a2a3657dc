package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class Rclone extends FtpProgram {
    /** As many as it would have in use by itself: four transfers, and eight that compare. */
    private static final int OWN_CONNECTIONS = 12;

    @Override
    List<String> needs() {
        return List.of("rclone");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.RESUME_UP, Ability.RESUME_DOWN, Ability.STREAM_UP));
    }

    @Override
    boolean removesAfterFailure() {
        return true;
    }

    @Override
    boolean speaksTls() {
        return true;
    }

    @Override
    Map<String, String> environment() {
        return certificate() == null
                ? Map.of()
                : Map.of("SSL_CERT_FILE", certificate().toString());
    }

    /** The password as the program wants it: disguised. */
    private String password() {
        return Run.of(process("rclone", "obscure", FtpTarget.PASSWORD), "")
                .output()
                .trim();
    }

    private Run tell(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "rclone",
                "--config=",
                "--retries=1",
                "--low-level-retries=1",
                "--ftp-concurrency=" + Math.min(OWN_CONNECTIONS, target().clients() - 1),
                "--ftp-host=" + host(),
                "--ftp-port=" + port(),
                "--ftp-user=" + FtpTarget.USER,
                "--ftp-pass=" + password()));
        if (certificate() != null) {
            command.add("--ftp-explicit-tls");
        }
        if (!target().abilities().contains(Ability.TIMES)) {
            command.add("--ignore-times");
        }
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    @Override
    Run list(String folder) {
        return tell("lsf", ":ftp:" + folder);
    }

    @Override
    Run upload(Path local, String remote) {
        return tell("copyto", local.toString(), ":ftp:" + remote);
    }

    @Override
    Run download(String remote, Path local) {
        return tell("copyto", ":ftp:" + remote, local.toString());
    }

    @Override
    Run rename(String from, String to) {
        return tell("moveto", ":ftp:" + from, ":ftp:" + to);
    }

    @Override
    Run delete(String remote) {
        return tell("deletefile", ":ftp:" + remote);
    }

    @Override
    Run mirrorUp(Path folder) {
        return tell("sync", folder.toString(), ":ftp:" + folder.getFileName());
    }

    @Override
    Run mirrorDown(String folder, Path into) {
        return tell("sync", ":ftp:" + folder, into.resolve(folder).toString());
    }
}
