package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class NodeModuleTest {
    private final Session session = Session.atPrompt();

    @Test
    void tasksRunByPriorityAndKnowIt() {
        String text = session.type("for i=0,2 do node.task.post(i,function(p) print(p) end) end "
                + "node.task.post(function(p) print('m',p) end) print('now')");
        assertEquals("now\n> 2\n1\nm\t1\n0\n", text);
    }

    @Test
    void aFullQueueIsAnError() {
        assertEquals(
                "false\tTask queue overflow. Task not posted\n",
                session.type("f=function() end for i=1,8 do node.task.post(2,f) end =1"
                        .replace(" =1", " print(pcall(node.task.post,2,f))")));
    }

    @Test
    void badTasksAreRefused() {
        assertEquals(
                "false\tbad argument #1 to '?' (invalid  priority)\n", session.type("=pcall(node.task.post,3,print)"));
        assertEquals(
                "false\tbad argument #1 to '?' (function expected, got no value)\n",
                session.type("=pcall(node.task.post)"));
    }

    @Test
    void theProgramMayHearOfErrorsItself() {
        session.type("node.setonerror(function(e) print('E:'..e:match('[^\\n]*')) end)");
        assertEquals("> E:stdin:1: x\n", session.type("node.task.post(function() error('x') end)"));
        assertEquals("1\n", session.type("=1"));
    }

    @Test
    void aMemoryErrorInACallbackIsReportedToo() {
        session.type("node.setonerror(function(e) print('E:'..e) end)");
        session.type("node.task.post(function() local t={} for i=1,1e6 do t[i]={} end end)");
        assertEquals("1\n", session.type("=1"));
    }

    @Test
    void inputRunsCompleteLines() {
        assertEquals("> 3\n", session.type("node.input('=1+2\\n')"));
        assertEquals("> 7\n", session.type("node.input('print(') node.input('7)\\n')"));
    }

    @Test
    void outputGoesToAPipeAndToTheSerialLine() {
        session.type("got={} node.output(function(p) local s=p:read(1000) if s then got[#got+1]=s end end)");
        assertEquals("hi\n", session.type("print('hi')"));
        session.type("node.output()");
        assertEquals("true\n", session.type("=(table.concat(got):find('hi\\n',1,true) ~= nil)"));
    }

    @Test
    void outputMayBypassTheSerialLine() {
        session.type("got='' node.output(function(p) got=got..(p:read(1000) or '') end, 0)");
        assertEquals("", session.type("print('hidden')"));
        session.type("node.output()");
        assertEquals("true\n", session.type("=(got:find('hidden',1,true) ~= nil)"));
    }

    @Test
    void compilesFilesToBytecode() {
        session.type("file.putcontents('a.lua','return ...,7')");
        session.type("node.compile('a.lua') file.remove('a.lua')");
        assertEquals("nil\t7\n", session.type("=dofile('a.lc')"));
        assertEquals("a.lc\t7\n".replace("a.lc", "a"), session.type("=require('a') and 'a',7"));
        assertTrue(session.type("node.compile('a.txt')").contains("not a .lua file"));
        assertTrue(session.type("node.compile('b.lua')").contains("cannot open b.lua"));
    }

    @Test
    void stripDebugHasThreeLevels() {
        assertEquals("2\n", session.type("=node.stripdebug()"));
        assertEquals("3\n", session.type("=node.stripdebug(3)"));
        assertEquals("3\n", session.type("=node.stripdebug()"));
        assertTrue(session.type("node.stripdebug(4)").contains("Invalid strip level"));
        session.type("node.stripdebug(1)");
        session.type("function f(a) local b=a return b end");
        int freed = Integer.parseInt(session.type("=node.stripdebug(3,f)").strip());
        assertTrue(freed > 20, "freed: " + freed);
    }

    @Test
    void garbageCollectionHasModes() {
        assertEquals(
                "0\t1\t2\t4\n",
                session.type("e=node.egc print(e.NOT_ACTIVE,e.ON_ALLOC_FAILURE,e.ON_MEM_LIMIT,e.ALWAYS)"));
        assertTrue(session.type("node.egc.setmode(9)").contains("invalid mode"));
        assertTrue(session.type("node.egc.setmode(2)").contains("limit must be non-zero"));
        session.type("node.egc.setmode(node.egc.ON_ALLOC_FAILURE)");
        assertEquals("done\n", session.type("for i=1,5000 do local t={} end print('done')"));
        assertEquals("number\tnumber\n", session.type("a,b=node.egc.meminfo() print(type(a),type(b))"));
    }

    @Test
    void informsAboutItself() {
        assertEquals("6218144\n", session.type("=node.chipid()"));
        assertEquals("4194304\n", session.type("=node.flashsize()"));
        assertEquals("4096\n", session.type("=node.info('hw').flash_size"));
        assertEquals("float\tfalse\n", session.type("i=node.info('build_config') print(i.number_type,i.ssl)"));
        assertEquals("3\n", session.type("=node.info('sw_version').node_version_major"));
        assertEquals(
                "Warning, deprecated API! node.info() without parameter. It will be removed in the next version. "
                        + "See documentation for details.\n8\n",
                session.type("=select('#',node.info())"));
        assertTrue(session.type("node.info('x')").contains("invalid option 'x'"));
        assertEquals("1\t0\n", session.type("=node.bootreason()"));
    }

    @Test
    void hasNoLfsImage() {
        assertEquals("nil\tnil\tnil\n", session.type("=node.LFS.get('x'),node.LFS.x,node.LFS.list()"));
        assertEquals("No LFS partition allocated\n", session.type("=node.LFS.reload('x.img')"));
    }

    @Test
    void randomNumbersStayInTheirRange() {
        assertEquals(
                "true\n",
                session.type("ok=true for i=1,200 do local r=node.random(3,5) ok=ok and r>=3 and r<=5 end =ok"
                        .replace(" =ok", " print(ok)")));
        assertEquals("1\n", session.type("=node.random(1)"));
        assertTrue(session.type("node.random(5,3)").contains("interval is empty"));
    }

    @Test
    void startupOptionsSurviveARestart() {
        session.type("node.startup{command='@go.lua',banner=false,frequency=160}");
        session.type("file.putcontents('go.lua','print(\"go\")')");
        assertEquals("> go\n", session.type("node.restart()"));
        assertEquals("160\n", session.type("=node.getcpufreq()"));
        session.type("node.startup{}");
        assertTrue(session.type("node.restart()").contains("cannot open init.lua"));
        session.type("node.startupcommand('=print(\"chunk\")')");
        assertTrue(session.type("node.restart()").endsWith("chunk\n"));
    }

    @Test
    void theProcessorHasTwoSpeeds() {
        assertEquals("80\t160\t80\n", session.type("=node.getcpufreq(),node.setcpufreq(160),node.setcpufreq(80)"));
    }

    @Test
    void anErrorReporterThatFailsDoesNotEndTheBoard() {
        session.type("node.setonerror(function() error('again') end)");
        session.board().type("node.task.post(function() error('x') end)");
        session.wait(Duration.ofMillis(10));
        session.board().powerCycle();
        assertEquals("1\n", session.type("=1").replaceFirst("(?s).*> ", ""));
    }

    @Test
    void theOldNameOfReloadIsWarnedOf() {
        assertEquals(
                "Warning, deprecated API! node.flashreload. It will be removed soon. Use node.LFS interface instead. "
                        + "See documentation for details.\nNo LFS partition allocated\n",
                session.type("=node.flashreload('none.img')"));
    }

    @Test
    void sleepSaysWhyItIsNotThere() {
        String text = session.type("=pcall(node.sleep)");
        assertTrue(text.startsWith("\n The options \"TIMER_SUSPEND_ENABLE\" and \"PMSLEEP_ENABLE\" in"), text);
        assertTrue(text.endsWith("\nfalse\tnode.sleep() is unavailable\n"), text);
    }

    @Test
    void restoreForgetsWhatTheRadioKeeps() {
        session.type("wifi.setmode(wifi.STATION) wifi.setphymode(wifi.PHYMODE_G) wifi.sta.autoconnect(0)");
        session.type("wifi.sta.config{ssid='home',pwd='12345678',auto=false}");
        session.type("wifi.ap.config{ssid='mine',pwd='12345678'}");
        session.type("node.restore()");
        assertEquals("2\t3\n", session.type("=wifi.getdefaultmode(),wifi.getphymode()"));
        session.type("node.restart()");
        assertEquals("2\t\n", session.type("=wifi.getmode(),(wifi.sta.getdefaultconfig())"));
        assertEquals("nil\n", session.type("=(wifi.ap.getdefaultconfig(true).pwd)"));
    }

    @Test
    void hasNoFunctionsOfOtherChips() {
        assertEquals("nil\n", session.type("=node.uptime"));
    }
}
