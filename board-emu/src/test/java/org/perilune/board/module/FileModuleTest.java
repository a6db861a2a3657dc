package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class FileModuleTest {
    private final Session session = Session.atPrompt();

    @Test
    void objectsReadAndWrite() {
        session.type("f=file.open('a','w+')");
        assertEquals("true\ttrue\n", session.type("=f:write('one'),f:writeline('two')"));
        assertEquals("0\tonetwo\n", session.type("=f:seek('set',0),f:read()").replace("\n\n", "\n"));
        assertEquals("nil\n", session.type("=f:read()"));
        session.type("f:close()");
        assertTrue(session.type("f:read()").contains("open a file first"));
    }

    @Test
    void functionsUseTheFileOpenedLast() {
        session.type("file.open('a','w') file.writeline('x') file.writeline('y') file.close()");
        session.type("file.open('a')");
        assertEquals("x\ty\tnil\n", session.type("=file.readline():sub(1,1),file.readline():sub(1,1),file.readline()"));
        session.type("file.close()");
        assertTrue(session.type("file.read()").contains("open a file first"));
        session.type("file.close()");
    }

    @Test
    void readsUpToANumberOrAByte() {
        session.type("file.putcontents('a',('x'):rep(200)..';rest')");
        session.type("file.open('a')");
        assertEquals("201\trest\n", session.type("=#file.read(';'),file.read(10)"));
        assertEquals("0\t150\n", session.type("=file.seek('set'),#file.read(150)"));
        assertEquals("150\n", session.type("=file.seek()"));
        assertTrue(session.type("file.read('ab')").contains("wrong arg range"));
    }

    @Test
    void readsAThousandBytesByDefault() {
        session.type("file.putcontents('a',('x'):rep(2000))");
        session.type("f=file.open('a')");
        assertEquals("1024\t976\tnil\n", session.type("=#f:read(),#f:read(),f:read()"));
    }

    @Test
    void wholeFiles() {
        assertEquals("true\tabc\n", session.type("=file.putcontents('a','abc'),file.getcontents('a')"));
        assertEquals("0\n", session.type("=select('#',file.getcontents('none'))"));
        session.type("file.putcontents('e','')");
        assertEquals("nil\n", session.type("=file.getcontents('e')"));
    }

    @Test
    void listsByPattern() {
        session.type("file.putcontents('a.lua','12') file.putcontents('b.txt','1') file.putcontents('c.lua','')");
        assertEquals("2\t1\t0\n", session.type("l=file.list() print(l['a.lua'],l['b.txt'],l['c.lua'])"));
        assertEquals("2\tnil\n", session.type("l=file.list('%.lua$') print(l['a.lua'],l['b.txt'])"));
        assertTrue(session.type("file.list('[')").contains("malformed pattern"));
    }

    @Test
    void renamesRemovesAndFinds() {
        session.type("file.putcontents('a','1') file.putcontents('b','2')");
        assertEquals(
                "false\ttrue\tfalse\n", session.type("=file.rename('a','b'),file.rename('a','c'),file.exists('a')"));
        assertEquals("0\n", session.type("=select('#',file.remove('c'))"));
        assertEquals("false\n", session.type("=file.exists('c')"));
        session.type("file.remove('c')");
    }

    @Test
    void namesAreChecked() {
        assertTrue(session.type("file.open(('x'):rep(32))").contains("filename invalid"));
        assertTrue(session.type("file.exists('a\\0b')").contains("filename invalid"));
        assertEquals("nil\ttrue\n", session.type("=file.open('/SD0/x','w'),file.putcontents('/FLASH/x','1')"));
        assertEquals("true\ttrue\n", session.type("=file.exists('x'),file.putcontents('dir/x','1')"));
    }

    @Test
    void tellsAboutFilesAndSpace() {
        session.type("file.putcontents('a','12345')");
        assertEquals("a\t5\tfalse\t1970\n", session.type("s=file.stat('a') print(s.name,s.size,s.is_dir,s.time.year)"));
        assertEquals("nil\n", session.type("=file.stat('b')"));
        assertEquals("5\ttrue\n", session.type("r,u,t=file.fsinfo() print(u,r+u==t)"));
        assertEquals("1048576\t3145728\n", session.type("=file.fscfg()"));
    }

    @Test
    void fourFilesMayBeOpen() {
        session.type("t={} for i=1,4 do t[i]=file.open('f'..i,'w') end");
        assertEquals("nil\n", session.type("=file.open('f5','w')"));
        session.type("file.remove('f1')");
        assertEquals("true\tfalse\n", session.type("=file.exists('f1'),file.rename('f1','g')"));
        session.type("t[1]:close() file.remove('f1')");
        assertEquals("false\tuserdata\n", session.type("=file.exists('f1'),type(file.open('f5','w'))"));
    }

    @Test
    void lostFilesAreClosedByTheCollector() {
        session.type("for i=1,10 do file.open('f'..i,'w') end");
        assertEquals("10\n", session.type("n=0 for k in pairs(file.list()) do n=n+1 end print(n)"));
    }

    @Test
    void anOpenFileCostsHeap() {
        session.type("f=nil file.open('a','w') file.close()");
        int before = Integer.parseInt(session.type("=node.heap()").strip());
        session.type("f=file.open('a') collectgarbage()");
        int open = Integer.parseInt(session.type("=node.heap()").strip());
        session.type("f:close()");
        int closed = Integer.parseInt(session.type("=node.heap()").strip());
        assertEquals(32, closed - open);
        assertTrue(open < before);
    }

    @Test
    void formattingRemovesAll() {
        session.type("file.putcontents('a','1')");
        assertEquals("format done.\n", session.type("file.format()"));
        assertEquals("nil\n", session.type("=next(file.list())"));
    }

    @Test
    void filesEndWithThePowerCycle() {
        session.type("for i=1,4 do _G['f'..i]=file.open('f'..i,'w') end");
        session.type("node.restart()");
        assertEquals("userdata\n", session.type("=type(file.open('f5','w'))"));
    }
}
