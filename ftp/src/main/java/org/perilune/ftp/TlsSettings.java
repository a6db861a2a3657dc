package org.perilune.ftp;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.apache.ftpserver.ssl.ClientAuth;
import org.apache.ftpserver.ssl.SslConfiguration;

/** A ready-made context, as the library asks for it. */
record TlsSettings(SSLContext context) implements SslConfiguration {
    /**
     * Of data connections. TLS 1.3 would send the client tickets that one that uploads never reads; closing its socket then
     * resets the connection, and the end of the file is lost.
     */
    static String[] dataProtocols() {
        return new String[] {"TLSv1.2"};
    }

    private static String[] protocols() {
        return new String[] {"TLSv1.3", "TLSv1.2"};
    }

    @Override
    public SSLSocketFactory getSocketFactory() {
        return context.getSocketFactory();
    }

    @Override
    public SSLContext getSSLContext() {
        return context;
    }

    @Override
    public SSLContext getSSLContext(String protocol) {
        return context;
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return null;
    }

    @Override
    public String getEnabledProtocol() {
        return protocols()[0];
    }

    @Override
    public String[] getEnabledProtocols() {
        return protocols();
    }

    @Override
    public ClientAuth getClientAuth() {
        return ClientAuth.NONE;
    }
}
