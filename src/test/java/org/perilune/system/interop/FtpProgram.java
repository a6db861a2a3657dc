package org.perilune.system.interop;

import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client program. Remote names are paths from the server's root, without "/" at the beginning. Each operation is one run
 * of the program; those that it is not able to do are never asked for.
 */
abstract class FtpProgram {
    private Path home;
    private FtpTarget target;
    private InetSocketAddress server;
    private Path certificate;

    /** Prepares the program for a server. */
    final void use(Path folder, FtpTarget newTarget) {
        home = folder;
        target = newTarget;
        server = newTarget.address();
        certificate = newTarget.certificate();
    }

    /** Makes it believe in another certificate than the server's. */
    final void trust(Path other) {
        certificate = other;
    }

    /** The one that it believes in, a PEM file; null when nothing is to be encrypted. */
    final Path certificate() {
        return certificate;
    }

    /** Whether it is able to encrypt. */
    boolean speaksTls() {
        return false;
    }

    final FtpTarget target() {
        return target;
    }

    /** Programs that must be installed. */
    abstract List<String> needs();

    abstract Set<Ability> abilities();

    /** Whether its exit code tells a failure. */
    boolean tellsFailure() {
        return true;
    }

    /** Whether it removes the remote file itself when an upload fails. */
    boolean removesAfterFailure() {
        return false;
    }

    boolean isInstalled() {
        return needs().stream().allMatch(Run::isInstalled);
    }

    final Path home() {
        return home;
    }

    final String host() {
        return server.getAddress().getHostAddress();
    }

    final String port() {
        return Integer.toString(server.getPort());
    }

    /** The address of a file or folder. */
    final String url(String remote) {
        String path = URLEncoder.encode(remote, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        return "ftp://" + FtpTarget.USER + ":" + FtpTarget.PASSWORD + "@" + host() + ":" + port() + "/" + path;
    }

    Map<String, String> environment() {
        return Map.of();
    }

    final ProcessBuilder process(String... command) {
        return Run.process(home, environment(), List.of(command));
    }

    final Run run(String... command) {
        return Run.of(process(command), "");
    }

    /** Runs a program that is told what to do by its standard input. */
    final Run script(String input, String... command) {
        return Run.of(process(command), input);
    }

    private static UnsupportedOperationException unable() {
        return new UnsupportedOperationException("the program cannot do this");
    }

    /** Its output has the names in a folder. */
    Run list(String folder) {
        throw unable();
    }

    Run upload(Path local, String remote) {
        throw unable();
    }

    Run download(String remote, Path local) {
        throw unable();
    }

    Run rename(String from, String to) {
        throw unable();
    }

    Run delete(String remote) {
        throw unable();
    }

    /** Makes a remote folder like a local one, which it is named after. */
    Run mirrorUp(Path folder) {
        throw unable();
    }

    /** Makes a local folder of the same name like a remote one, in the folder {@code into}. */
    Run mirrorDown(String folder, Path into) {
        throw unable();
    }

    Run resumeUpload(Path local, String remote) {
        throw unable();
    }

    Run resumeDownload(String remote, Path local) {
        throw unable();
    }

    /** Uploads what comes by standard input. */
    ProcessBuilder streamUp(String remote) {
        throw unable();
    }

    @Override
    public final String toString() {
        return needs().get(0);
    }
}
