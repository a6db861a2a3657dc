package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

/** Checksums of texts whose checksums are published with the algorithms. */
class CryptoModuleTest {
    private static final String ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Session session = Session.atPrompt();

    /** Types an expression and shows its result in hexadecimal digits. */
    private String hex(String expression) {
        return session.type("=((" + expression + "):gsub('.', function(c) return ('%02x'):format(c:byte()) end))");
    }

    @Test
    void hashesTexts() {
        assertEquals(ABC_SHA256 + "\n", hex("crypto.hash('sha256', 'abc')"));
        assertEquals("900150983cd24fb0d6963f7d28e17f72\n", hex("crypto.hash('MD5', 'abc')"));
        assertEquals("a9993e364706816aba3e25717850c26c9cd0d89d\n", hex("crypto.sha1('abc')"));
        assertEquals("ddaf35a193617aba\n", hex("crypto.hash('SHA512', 'abc'):sub(1,8)"));
    }

    @Test
    void hashesPieceByPieceAndFiles() {
        session.type("h=crypto.new_hash('SHA256') h:update('a') h:update('') h:update('bc')");
        assertEquals(ABC_SHA256 + "\n", hex("h:finalize()"));
        session.type("file.putcontents('f', ('abc'):rep(1000))");
        assertEquals("true\n", session.type("=crypto.fhash('SHA256','f')==crypto.hash('SHA256',('abc'):rep(1000))"));
    }

    @Test
    void hashesWithKeys() {
        String expected = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8\n";
        session.type("t='The quick brown fox jumps over the lazy dog'");
        assertEquals(expected, hex("crypto.hmac('SHA256',t,'key')"));
        session.type("h=crypto.new_hmac('SHA256','key') h:update(t)");
        assertEquals(expected, hex("h:finalize()"));
        assertEquals(
                "true\n",
                session.type("=crypto.hmac('SHA1','abc',('k'):rep(100))"
                        + "==crypto.hmac('SHA1','abc',crypto.sha1(('k'):rep(100)))"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertTrue(session.type("=crypto.hash('SHA3','abc')").contains("unknown hash mech"));
        assertTrue(session.type("=crypto.fhash('MD5','none')").contains("file does not exist"));
        assertTrue(session.type("=crypto.new_hash('MD5').update(1,'x')").contains("crypto.hash expected"));
        assertEquals("nil\n", session.type("=crypto.toHex"));
    }

    @Test
    void anObjectCostsItsStateUntilItIsDropped() {
        assertEquals(
                "true\ttrue\n",
                session.type("do local function heap() collectgarbage() collectgarbage() return node.heap() end"
                        + " local a=heap() local h=crypto.new_hash('SHA256') local b=heap() h=nil"
                        + " print(a-b>=132, heap()==a) end"));
    }
}
