package org.perilune.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * What a server shows its clients under TLS: a certificate, and the key that it is for.
 *
 * @param context ready to be used
 * @param fingerprint SHA-256 of the certificate, as clients show it: pairs of hexadecimal digits with ":" between
 */
public record Tls(SSLContext context, String fingerprint) {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final int SERIAL_BITS = 128;
    private static final char[] NO_PASSWORD = new char[0];

    /**
     * Makes a certificate that is good for a year and signed by nobody else: clients are asked whether they trust it.
     *
     * @param host the address that the server has
     */
    public static Tls selfSigned(InetAddress host, Instant now, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256, random);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=perilune");
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, host.getHostAddress())
        });
        try {
            X509CertificateHolder holder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(SERIAL_BITS, random).setBit(0),
                            Date.from(now.minus(CLOCKS_DIFFER)),
                            Date.from(now.plus(LIFE)),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, names)
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return of(pair.getPrivate(), List.of(new JcaX509CertificateConverter().getCertificate(holder)));
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * Reads a certificate, those that vouch for it, and its key from a file: PEM, or a key store (PKCS12, JKS).
     *
     * @param password of the key store
     */
    public static Tls fromFile(Path file, char[] password) throws IOException, GeneralSecurityException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1);
        }
        return start.contains("-----BEGIN ") ? fromPem(file) : fromKeyStore(file, password);
    }

    private static Tls fromPem(Path file) throws IOException, GeneralSecurityException {
        PrivateKey key = null;
        List<X509Certificate> chain = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                PEMParser parser = new PEMParser(reader)) {
            JcaPEMKeyConverter keys = new JcaPEMKeyConverter();
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                } else if (part instanceof PEMKeyPair pair) {
                    key = keys.getKeyPair(pair).getPrivate();
                } else if (part instanceof PrivateKeyInfo info) {
                    key = keys.getPrivateKey(info);
                }
            }
        } catch (PEMException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException("damaged PEM: " + e.getMessage(), e);
        }
        if (key == null || chain.isEmpty()) {
            throw new IOException("a PEM file must hold a certificate and its key, not encrypted");
        }
        return of(key, chain);
    }

    private static Tls fromKeyStore(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store;
        try {
            store = KeyStore.getInstance(file.toFile(), password);
        } catch (KeyStoreException e) {
            throw new IOException("is neither a PEM file nor a key store; give a certificate with its key", e);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = new ArrayList<>();
                for (Certificate certificate : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) certificate);
                }
                return of(key, chain);
            }
        }
        throw new IOException("the key store holds no key");
    }

    private static Tls of(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("perilune", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(chain.get(0).getEncoded());
            return new Tls(context, HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
