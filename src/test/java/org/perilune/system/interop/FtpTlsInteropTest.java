package org.perilune.system.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whom the client programs trust, and what they may not send in the clear. What they do otherwise under TLS,
 * {@link FtpInteropTest} has.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FtpTlsInteropTest {
    private Path folder;
    private HostDoor door;
    /** Of another server. */
    private Path wrongCertificate;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        try (HostDoor other = new HostDoor(Certificates.madeAtStart(), folder)) {
            wrongCertificate = other.certificate();
        }
        door = new HostDoor(Certificates.madeByUser(folder), folder);
    }

    @AfterAll
    void close() throws IOException {
        door.close();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void skipUnlessInstalled(FtpProgram program) {
        assumeTrue(program.isInstalled(), () -> {
            String skipped = program + " under TLS skipped: " + program + " is not installed";
            System.out.println(skipped);
            return skipped;
        });
    }

    @TestFactory
    Stream<DynamicTest> aCertificateOfTheUsersIsTrustedAndAnotherIsNot() {
        return FtpInteropTest.programs().stream()
                .filter(FtpProgram::speaksTls)
                .map(program -> dynamicTest(program.toString(), () -> {
                    skipUnlessInstalled(program);
                    trust(program);
                }));
    }

    private void trust(FtpProgram program) throws IOException {
        program.use(Files.createTempDirectory(folder, "home"), door);
        Path local = Files.write(folder.resolve("local"), bytes(70_000));
        Run upload = program.upload(local, "f");
        assertTrue(upload.succeeded(), upload::toString);
        assertArrayEquals(bytes(70_000), door.files().read("f"));

        program.trust(wrongCertificate);
        Run refused = program.upload(local, "g");
        assertNotEquals(0, refused.exitCode(), refused::toString);
        assertNull(door.files().find("g"));
        assertTrue(refused.output().matches("(?is).*(certificate|verif).*"), refused::toString);
        Files.delete(local);
        Run notFetched = program.download("f", local);
        assertNotEquals(0, notFetched.exitCode(), notFetched::toString);
        assertFalse(Files.exists(local) && Files.size(local) > 0);
        assertTrue(door.files().remove("f"));
    }

    /** Python's library protects no data unless it is told to: it is told no, and the session goes on. */
    @Test
    void whoeverWantsDataInTheClearIsRefusedAndMayGoOnProtected() throws IOException {
        FtpProgram python = new PythonFtplib();
        skipUnlessInstalled(python);
        Path script = Files.writeString(folder.resolve("clear.py"), """
                import ftplib, io, ssl, sys
                ftp = ftplib.FTP_TLS(context=ssl.create_default_context(cafile=sys.argv[3]))
                ftp.connect(sys.argv[1], int(sys.argv[2]), 20)
                ftp.login('perilune', 'secret')
                for transfer in (lambda: ftp.nlst(), lambda: ftp.storbinary('STOR f', io.BytesIO(b'clear'))):
                    try:
                        transfer()
                        print('in the clear')
                    except ftplib.error_perm as e:
                        print(e)
                print(ftp.pwd())
                ftp.prot_p()
                ftp.storbinary('STOR f', io.BytesIO(b'protected'))
                ftp.prot_c()
                try:
                    ftp.nlst()
                except ftplib.error_perm as e:
                    print(str(e)[:3])
                ftp.prot_p()
                print(ftp.nlst())
                ftp.quit()
                """);
        Run run = Run.of(
                Run.process(
                        folder,
                        python.environment(),
                        List.of(
                                "python3",
                                script.toString(),
                                door.address().getAddress().getHostAddress(),
                                Integer.toString(door.address().getPort()),
                                door.certificate().toString())),
                "");
        String refusal = "521 Data goes encrypted here, or not at all: say PROT P.\n";
        assertEquals(refusal.repeat(2) + "/\n521\n['f']\n", run.output());
        assertTrue(run.succeeded(), run::toString);
        assertArrayEquals(
                "protected".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                door.files().read("f"));
        assertTrue(door.files().remove("f"));
    }

    @Test
    void curlThatProtectsOnlyItsCommandsIsToldNo() throws IOException {
        FtpProgram curl = new Curl();
        skipUnlessInstalled(curl);
        curl.use(folder, door);
        Path local = Files.write(folder.resolve("clear"), bytes(10));
        Run run = curl.run(
                "curl",
                "-sSv",
                "--ftp-ssl-control",
                "--cacert",
                door.certificate().toString(),
                "-T",
                local.toString(),
                curl.url("f"));
        assertNotEquals(0, run.exitCode(), run::toString);
        assertTrue(run.output().contains("521 Data goes encrypted here"), run::toString);
        assertNull(door.files().find("f"));
    }
}
