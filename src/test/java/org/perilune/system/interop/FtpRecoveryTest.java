package org.perilune.system.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.perilune.ftp.FtpClient.expect;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.ftp.FtpClient;

/** What the host's server is for: a board whose program does not let anybody in any more, and one that runs meanwhile. */
@Timeout(120)
class FtpRecoveryTest {
    private HostDoor door;
    private FtpClient client;
    /** How much of what the board has printed was waited for. */
    private int seen;

    @BeforeEach
    void open() throws Exception {
        door = new HostDoor();
        client = new FtpClient(door.address()).login(FtpTarget.USER, FtpTarget.PASSWORD);
        await("> ");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        door.close();
    }

    private void await(String text) throws InterruptedException {
        while (door.printed().indexOf(text, seen) < 0) {
            Thread.sleep(1);
        }
        seen = door.printed().indexOf(text, seen) + text.length();
    }

    private void type(String line, String answer) throws InterruptedException {
        door.board().type(line);
        await(answer);
    }

    private void put(String name, String content) throws IOException {
        expect(226, client.upload("STOR " + name, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aProgramThatLoopsForEverIsReplacedAndTheBoardRestarted() throws Exception {
        put("init.lua", "print('looping') while true do tmr.wdclr() end");
        expect(200, client.say("SITE RESTART"));
        await("looping");
        put("init.lua", "print('mended')");
        expect(200, client.say("SITE RESTART"));
        await("mended\n> ");
        type("print(node.bootreason())", "2\t6\n");
    }

    @Test
    void aProgramThatCrashesAtEachBootIsRemoved() throws Exception {
        put("init.lua", "print('crashing') tmr.create():alarm(1, 0, function() node.restart() end)");
        expect(200, client.say("SITE RESTART"));
        await("crashing");
        await("crashing");
        expect(250, client.say("DELE init.lua"));
        await("cannot open init.lua");
        type("=1+1", "2\n");
    }

    @Test
    void theHeapIsToldUnlessTheBoardIsBusy() throws Exception {
        assertTrue(client.say("SITE HEAP").matches("200 4\\d{4} bytes free"));
        put("init.lua", "print('busy') while true do tmr.wdclr() end");
        expect(200, client.say("SITE RESTART"));
        await("busy");
        assertEquals("450 the board is busy; SITE RESTART ends that", client.say("SITE HEAP"));
    }

    @Test
    void theBoardSeesAFileWhenAllOfItHasCome() throws Exception {
        put("f", "old");
        try (Socket data = client.passive()) {
            expect(150, client.say("STOR f"));
            data.getOutputStream().write(new byte[100_000]);
            type("print('seen', file.stat('f').size, #file.list())", "seen\t3\t");
            type("n=0 for k in pairs(file.list()) do n=n+1 end print('files', n)", "files\t1\n");
        }
        expect(226, client.reply());
        type("print('seen', file.stat('f').size)", "seen\t100000\n");
    }

    @Test
    void aFileThatTheBoardHasOpenIsReplacedUnderIt() throws Exception {
        put("f", "old content");
        type("f=file.open('f') print('read', f:read(3))", "read\told\n");
        put("f", "new content");
        type("print('read', f:read(3))", "read\tnil\n");
        type("f:close() print('all', file.getcontents('f'))", "all\tnew content\n");
    }

    @Test
    void whatTheBoardWritesIsThereAtOnce() throws Exception {
        type("file.putcontents('log/1', 'line') print('written')", "written\n");
        assertEquals("line", client.list("RETR log/1"));
        type("l=file.open('log/2','w') l:write('wait') print('begun')", "begun\n");
        assertEquals("wait", client.list("RETR log/2"));
    }

    @Test
    void anImageOfModulesIsLoadedWhateverTheProgramDoes() throws Exception {
        put("init.lua", "print('stuck') while true do tmr.wdclr() end");
        expect(200, client.say("SITE RESTART"));
        await("stuck");
        put("bad.img", "no image");
        assertTrue(client.say("SITE LFS RELOAD bad.img").startsWith("450 bad.img: "));
        assertEquals("450 none.img: no such file", client.say("SITE LFS RELOAD none.img"));
        byte[] image = getClass().getResourceAsStream("/lfs/greet.img").readAllBytes();
        expect(226, client.upload("STOR lfs.img", image));
        put("init.lua", "");
        expect(200, client.say("SITE LFS RELOAD lfs.img"));
        await("> ");
        type("print('from flash', node.LFS.greet('you'))", "from flash\thello, you\n");
    }
}
