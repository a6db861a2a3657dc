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
        assertEquals("nil\tnil\n", session.type("=crypto.toHex,crypto.toBase64"));
    }

    @Test
    void oldProgramsFindTheirEncoders() {
        Session old = Session.off(config -> config.withCompat(true));
        old.boot();
        assertEquals("00ff\tYQA=\n", old.type("=crypto.toHex('\\0\\255'),crypto.toBase64('a\\0')"));
    }

    @Test
    void anObjectCostsItsStateUntilItIsDropped() {
        assertEquals(
                "true\ttrue\n",
                session.type("do local function heap() collectgarbage() collectgarbage() return node.heap() end"
                        + " local a=heap() local h=crypto.new_hash('SHA256') local b=heap() h=nil"
                        + " print(a-b>=132, heap()==a) end"));
    }

    @Test
    void knowsNoHashThatTheFirmwareDroppedLongAgo() {
        assertTrue(session.type("=crypto.hash('MD2','abc')").contains("unknown hash mech"));
    }

    @Test
    void aFileThatCannotExistDoesNot() {
        assertTrue(session.type("=crypto.fhash('MD5',('n'):rep(99))").contains("file does not exist"));
    }

    @Test
    void anObjectWithAKeyKeepsABlockOfIt() {
        assertEquals(
                "128\n",
                session.type("do local function cost(make) collectgarbage() collectgarbage() local a=node.heap()"
                        + " local h=make('SHA512','k') local b=node.heap() return a-b end"
                        + " cost(crypto.new_hash) print(cost(crypto.new_hmac)-cost(crypto.new_hash)) end"));
    }

    @Test
    void masksTexts() {
        assertEquals("616263\n", hex("crypto.mask(crypto.mask('abc','key!'),'key!')"));
        assertEquals("0a0714\n", hex("crypto.mask('abm','key')"));
        assertEquals("\n", session.type("=crypto.mask('','k')"));
        assertTrue(session.type("crypto.mask('abc','')").contains("invalid argument: mask"));
    }

    /** Of NIST's publication SP 800-38A. */
    @Test
    void enciphersAsPublished() {
        session.type("function bytes(s) return (s:gsub('..', function(c) return string.char(tonumber(c,16)) end)) end");
        session.type("k=bytes'2b7e151628aed2a6abf7158809cf4f3c' t=bytes'6bc1bee22e409f96e93d7e117393172a'");
        session.type("iv=bytes'000102030405060708090a0b0c0d0e0f'");
        assertEquals("3ad77bb40d7a3660a89ecaf32466ef97\n", hex("crypto.encrypt('AES-ECB',k,t)"));
        assertEquals("7649abac8119b246cee98e9b12e9197d\n", hex("crypto.encrypt('aes-cbc',k,t,iv)"));
        assertEquals(
                "6bc1bee22e409f96e93d7e117393172a\n",
                hex("crypto.decrypt('AES-CBC',k,crypto.encrypt('AES-CBC',k,t,iv),iv)"));
    }

    @Test
    void cipherTextIsFilledUpWithZeros() {
        session.type("k='1234567890abcdef' c=crypto.encrypt('AES-CBC',k,'Hi, I am a secret!')");
        assertEquals(
                "32\ttrue\n", session.type("=#c,crypto.decrypt('AES-CBC',k,c)=='Hi, I am a secret!'..('\\0'):rep(14)"));
        assertEquals(
                "true\n",
                session.type("=crypto.encrypt('AES-CBC',k,'x','')==crypto.encrypt('AES-CBC',k,'x',('\\0'):rep(99))"));
        assertEquals("0\n", session.type("=#crypto.encrypt('AES-ECB',k,'')"));
    }

    @Test
    void ciphersRefuseWhatTheyCannotUse() {
        assertTrue(session.type("crypto.encrypt('DES','k','t')").contains("unknown cipher: DES"));
        assertTrue(session.type("crypto.encrypt('AES-ECB','short','t')").contains("crypto op failed"));
        assertTrue(session.type("crypto.decrypt('AES-ECB','1234567890abcdef')").contains("bad argument #3"));
    }
}
