package org.perilune.system.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.perilune.ftp.FtpClient;
import org.perilune.ftp.Tls;

/** What servers show their clients under TLS, and how clients come to know it. */
final class Certificates {
    private static final String STORE_PASSWORD = "changeit";

    private Certificates() {}

    /** As with {@code --ftp-tls}. */
    static Tls madeAtStart() throws GeneralSecurityException {
        return Tls.selfSigned(InetAddress.getLoopbackAddress(), Instant.now(), new SecureRandom());
    }

    /** As with {@code --ftp-cert}: a user makes a key store by Java's own tool. */
    static Tls madeByUser(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("door.p12");
        Run run = Run.of(
                Run.process(
                        folder,
                        Map.of(),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "door",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=door",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                STORE_PASSWORD)),
                "");
        if (!run.succeeded()) {
            throw new AssertionError(run);
        }
        return Tls.fromFile(store, STORE_PASSWORD.toCharArray());
    }

    /** Of a client that believes any server. */
    static SSLContext credulous() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                null,
                new TrustManager[] {
                    new X509TrustManager() {
                        @Override
                        public void checkClientTrusted(X509Certificate[] chain, String type) {
                            throw new AssertionError("no client has a certificate");
                        }

                        @Override
                        public void checkServerTrusted(X509Certificate[] chain, String type) {
                            // That is what it is for.
                        }

                        @Override
                        public X509Certificate[] getAcceptedIssuers() {
                            return new X509Certificate[0];
                        }
                    }
                },
                null);
        return context;
    }

    /** Asks a server for its certificate, and writes it into a file as PEM. */
    static Path fetch(InetSocketAddress server, Path folder) throws IOException, GeneralSecurityException {
        try (FtpClient client = new FtpClient(server).secure(credulous())) {
            Certificate shown = ((SSLSocket) client.control()).getSession().getPeerCertificates()[0];
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(shown.getEncoded());
            return Files.writeString(
                    Files.createTempFile(folder, "door", ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        }
    }
}
