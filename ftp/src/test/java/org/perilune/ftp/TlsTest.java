package org.perilune.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.perilune.ftp.FtpClient.expect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {
    @TempDir
    private Path folder;

    /** What the client was shown. */
    private X509Certificate shown;

    private final TrustManager[] trusting = {
        new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
                throw new AssertionError("no client has a certificate");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                shown = chain[0];
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }
    };

    private static Tls selfSigned() throws GeneralSecurityException {
        return Tls.selfSigned(InetAddress.getLoopbackAddress(), Instant.now(), new SecureRandom());
    }

    private SSLSocket encrypted(Socket plain) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusting, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 1, true);
        socket.startHandshake();
        return socket;
    }

    private FtpDoor open(Tls tls) throws IOException {
        return FtpDoor.open(
                FtpConfig.of(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "perilune", "secret")
                        .withTls(tls.context()));
    }

    private static String say(SSLSocket control, BufferedReader replies, String line) throws IOException {
        control.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return replies.readLine();
    }

    /** Goes through a session that uploads a file, encrypted from AUTH on. */
    private void transfer(Tls tls) throws IOException, GeneralSecurityException {
        byte[] content = new byte[100_000];
        try (FtpDoor door = open(tls);
                FtpClient client = new FtpClient(door.address())) {
            expect(234, client.say("AUTH TLS"));
            try (SSLSocket control = encrypted(client.control());
                    BufferedReader replies = new BufferedReader(
                            new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8))) {
                expect(331, say(control, replies, "USER perilune"));
                expect(230, say(control, replies, "PASS secret"));
                expect(200, say(control, replies, "TYPE I"));
                expect(200, say(control, replies, "PBSZ 0"));
                expect(200, say(control, replies, "PROT P"));
                String port = expect(229, say(control, replies, "EPSV")).replaceAll("\\D+(\\d+)\\D*$", " $1");
                int number = Integer.parseInt(port.substring(port.lastIndexOf(' ') + 1));
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), number);
                expect(150, say(control, replies, "STOR f"));
                try (SSLSocket data = encrypted(plain)) {
                    data.getOutputStream().write(content);
                }
                expect(226, replies.readLine());
            }
        }
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("f")));
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }

    @Test
    void aCertificateMadeAtStartEncryptsASession() throws Exception {
        Tls tls = selfSigned();
        transfer(tls);
        assertEquals(fingerprint(shown), tls.fingerprint());
        shown.verify(shown.getPublicKey());
        shown.checkValidity();
        assertTrue(shown.getSubjectAlternativeNames().toString().contains("127.0.0.1"));
        assertTrue(!tls.fingerprint().equals(selfSigned().fingerprint()));
    }

    @Test
    void nothingGoesUnencrypted() throws Exception {
        try (FtpDoor door = open(selfSigned());
                FtpClient client = new FtpClient(door.address())) {
            assertTrue(client.say("FEAT").contains(" AUTH TLS\n PBSZ\n PROT\n"));
            expect(530, client.say("USER perilune"));
            expect(530, client.say("PASS secret"));
            // What was slipped in behind AUTH must not be taken for a command sent under TLS.
            client.send("AUTH TLS\r\nUSER perilune\r\nPASS secret");
            expect(234, client.reply());
            try (SSLSocket control = encrypted(client.control());
                    BufferedReader replies = new BufferedReader(
                            new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8))) {
                expect(530, say(control, replies, "PWD"));
                expect(331, say(control, replies, "USER perilune"));
                expect(230, say(control, replies, "PASS secret"));
                expect(200, say(control, replies, "PROT C"));
                for (String command : new String[] {"LIST", "RETR f", "STOR f", "APPE f", "NLST", "MLSD"}) {
                    expect(227, say(control, replies, "PASV"));
                    expect(521, say(control, replies, command));
                    expect(200, say(control, replies, "NOOP"));
                }
                expect(503, say(control, replies, "LIST"));
                expect(200, say(control, replies, "PROT P"));
                expect(227, say(control, replies, "PASV"));
                expect(150, say(control, replies, "LIST"));
            }
        }
    }

    // ---- from files

    private record Identity(PrivateKey key, X509Certificate certificate) {}

    private static Identity identity(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=test");
        Instant now = Instant.now();
        return new Identity(
                pair.getPrivate(),
                new JcaX509CertificateConverter()
                        .getCertificate(new JcaX509v3CertificateBuilder(
                                        name,
                                        java.math.BigInteger.ONE,
                                        Date.from(now.minusSeconds(60)),
                                        Date.from(now.plusSeconds(3600)),
                                        name,
                                        pair.getPublic())
                                .build(new JcaContentSignerBuilder(
                                                "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm))
                                        .build(pair.getPrivate()))));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aPemFileHoldsCertificateAndKey(String algorithm) throws Exception {
        Identity identity = identity(algorithm);
        Path file = Files.writeString(
                folder.resolve("door.pem"),
                pem("PRIVATE KEY", identity.key().getEncoded())
                        + pem("CERTIFICATE", identity.certificate().getEncoded()));
        Tls tls = Tls.fromFile(file, new char[0]);
        assertEquals(fingerprint(identity.certificate()), tls.fingerprint());
        transfer(tls);
        assertEquals(identity.certificate(), shown);
    }

    @Test
    void anOlderKindOfPemFileWillDo() throws Exception {
        Identity identity = identity("RSA");
        byte[] pkcs1 = org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(
                        identity.key().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        Path file = Files.writeString(
                folder.resolve("door.pem"),
                pem("CERTIFICATE", identity.certificate().getEncoded()) + pem("RSA PRIVATE KEY", pkcs1));
        transfer(Tls.fromFile(file, new char[0]));
    }

    @Test
    void aKeyStoreHoldsCertificateAndKey() throws Exception {
        Identity identity = identity("EC");
        char[] password = "store".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("any", identity.key(), password, new Certificate[] {identity.certificate()});
        Path file = folder.resolve("door.p12");
        try (java.io.OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        transfer(Tls.fromFile(file, password));
        assertThrows(IOException.class, () -> Tls.fromFile(file, "wrong".toCharArray()));
    }

    @Test
    void whatHoldsNoKeyIsRefused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("half.pem"),
                pem("CERTIFICATE", identity("EC").certificate().getEncoded()));
        assertThrows(IOException.class, () -> Tls.fromFile(file, new char[0]));
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----\n");
        assertThrows(IOException.class, () -> Tls.fromFile(file, new char[0]));
        Files.writeString(file, "rubbish");
        assertThrows(IOException.class, () -> Tls.fromFile(file, new char[0]));
    }
}
