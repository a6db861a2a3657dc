package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The library that comes with Python. */
final class PythonFtplib extends FtpProgram {
    private static final String BEGIN = """
            import ftplib, os, ssl, sys
            host, port, user, password, certificate = sys.argv[1:6]
            args = sys.argv[6:]
            if certificate:
                ftp = ftplib.FTP_TLS(context=ssl.create_default_context(cafile=certificate))
            else:
                ftp = ftplib.FTP()
            ftp.connect(host, int(port), 20)
            ftp.login(user, password)
            if certificate:
                ftp.prot_p()
            """;

    @Override
    List<String> needs() {
        return List.of("python3");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.MIRROR_UP, Ability.MIRROR_DOWN, Ability.TIMES));
    }

    /** It takes up no TLS session for data that it had for commands: no server of ours may ask for that. */
    @Override
    boolean speaksTls() {
        return true;
    }

    private String[] command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-c",
                BEGIN + program + "\nftp.quit()\n",
                host(),
                port(),
                FtpTarget.USER,
                FtpTarget.PASSWORD,
                certificate() == null ? "" : certificate().toString()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    @Override
    Run list(String folder) {
        return run(command("print('\\n'.join(ftp.nlst(args[0])))", "/" + folder));
    }

    @Override
    Run upload(Path local, String remote) {
        return run(command("ftp.storbinary('STOR ' + args[1], open(args[0], 'rb'))", local.toString(), remote));
    }

    @Override
    Run download(String remote, Path local) {
        return run(command("ftp.retrbinary('RETR ' + args[0], open(args[1], 'wb').write)", remote, local.toString()));
    }

    @Override
    Run rename(String from, String to) {
        return run(command("ftp.rename(*args)", from, to));
    }

    @Override
    Run delete(String remote) {
        return run(command("ftp.delete(args[0])", remote));
    }

    @Override
    Run resumeUpload(Path local, String remote) {
        return run(command("""
                ftp.voidcmd('TYPE I')
                there = ftp.size(args[1])
                file = open(args[0], 'rb')
                file.seek(there)
                ftp.storbinary('STOR ' + args[1], file, rest=there)
                """, local.toString(), remote));
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return run(command("""
                there = os.path.getsize(args[1])
                ftp.retrbinary('RETR ' + args[0], open(args[1], 'ab').write, rest=there)
                """, remote, local.toString()));
    }

    @Override
    ProcessBuilder streamUp(String remote) {
        return process(command("ftp.storbinary('STOR ' + args[0], sys.stdin.buffer)", remote));
    }
}
