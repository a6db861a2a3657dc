package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class PipeModuleTest {
    private final Session session = Session.atPrompt();

    @Test
    void readsByNumberAndDelimiter() {
        session.type("p=pipe.create() p:write('one,two,') p:write('three')");
        assertEquals(
                "o\tne\ttwo,\tthree\tnil\n", session.type("=p:read(1),p:read(','),p:read(',+'),p:read(100),p:read(1)"));
        session.type("p:write('a\\nb')");
        assertEquals("a\tb\n", session.type("=p:read(),p:read()"));
    }

    @Test
    void longTextsTakeSeveralPieces() {
        session.type("p=pipe.create() s=('0123456789'):rep(60) p:write(s) p:write(s)");
        assertEquals("5\t5\n", session.type("=p:nrec(),#p-1"));
        assertEquals(
                "true\ttrue\t0\n", session.type("=p:read(700)==s..s:sub(1,100),p:read(9999)==s:sub(101),p:nrec()"));
    }

    @Test
    void whatIsUnreadComesFirst() {
        session.type("p=pipe.create() p:write('end') p:unread('begin ')");
        assertEquals("begin end\n", session.type("=p:read(99)"));
        session.type("p:write('z') p:unread(('x'):rep(600)) p:unread('a')");
        assertEquals("true\n", session.type("=p:read(999)=='a'..('x'):rep(600)..'z'"));
    }

    @Test
    void aReaderIsCalledByATask() {
        session.type("p=pipe.create(function(p) print(p:read(2)) end)");
        assertEquals("now\n> ab\ncd\ne\n", session.type("p:write('abcd') p:write('e') print('now')"));
    }

    @Test
    void aReaderDecidesWhetherItIsCalledAgain() {
        session.type("n=0 p=pipe.create(function(p) n=n+1 p:read(1) return false end)");
        session.type("p:write('abc')");
        assertEquals("1\n", session.type("=n"));
        session.type("q=pipe.create(function(p) n=n+1 p:read(1) return true end) q:write('abc')");
        assertEquals("4\n", session.type("=n"));
    }

    @Test
    void aReaderFunctionReadsOn() {
        session.type("p=pipe.create() p:write('a b c')");
        assertEquals("a\nb\nc\n", session.type("for w in p:reader(' ') do print(w) end"));
    }

    @Test
    void argumentsAreChecked() {
        assertTrue(session.type("pipe.create(1)").contains("function expected, got number"));
        assertTrue(session.type("pipe.create(print,3)").contains("invalid priority"));
        assertTrue(session.type("p=pipe.create() p:read(0)").contains("invalid chunk size"));
        assertTrue(session.type("p:read('abc')").contains("invalid delimiter"));
        assertTrue(session.type("p.read({})").contains("pipe table"));
        assertTrue(session.type("p:write()").contains("must be a string"));
        assertTrue(session.type("=tostring(p)").startsWith("Pipe: 0x"));
    }
}
