package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionHandlerTest {
    private static final Duration SOON = Duration.ofMillis(50);

    private final TelnetSettings settings = TelnetSettings.at(new InetSocketAddress(0), 255);
    private final RecordingConsole console = new RecordingConsole();
    private final Reception reception = Reception.of(settings, (user, password) -> true, console);

    private void print(String text) {
        reception.sessions().print(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void allClientsSeeWhatTheConsolePrints() {
        TestClient first = TestClient.loggedIn(reception);
        TestClient second = TestClient.loggedIn(reception);
        print("hello\n> ");
        first.settle();
        second.settle();
        first.expect("hello\r\n> ");
        second.expect("hello\r\n> ");
    }

    @Test
    void theOthersSeeWhatAClientTypes() {
        TestClient first = TestClient.loggedIn(reception);
        TestClient second = TestClient.loggedIn(reception);
        first.type("=1+1\r\n");
        second.settle();
        assertEquals(List.of("=1+1"), console.lines());
        first.expect("");
        second.expect("=1+1\r\n");
    }

    @Test
    void aNewcomerSeesThePromptThatTheOthersSee() {
        print("boot\r\n> ");
        TestClient client = new TestClient(reception).type("perilune\nsecret\n");
        client.settle();
        assertTrue(client.sent().endsWith("Ctrl-D leaves.\r\n> "));
        print("long".repeat(1000));
        TestClient late = new TestClient(reception).type("perilune\nsecret\n");
        late.settle();
        assertTrue(late.sent().endsWith("Ctrl-D leaves.\r\n" + "long".repeat(64)));
    }

    @Test
    void anInterruptReachesTheConsole() {
        TestClient client = TestClient.loggedIn(reception);
        client.send(255, 244).send(255, 243).type("\u0003");
        assertEquals(3, console.interrupts());
    }

    @Test
    void aTimingMarkFollowsTheInterruptAsClientsExpect() {
        TestClient client = TestClient.loggedIn(reception);
        // IP, Synch and DO TIMING-MARK, as sent for Ctrl-C.
        client.send(255, 244, 255, 242, 255, 253, 6);
        client.expect("\u00ff\u00fb\u0006");
        client.type("=1\r\n");
        assertEquals(List.of("=1"), console.lines());
    }

    @Test
    void linesWaitForABusyConsole() {
        TestClient client = TestClient.loggedIn(reception);
        console.busy(true);
        client.type("a\nb\n");
        client.pass(SOON);
        assertEquals(List.of(), console.lines());
        console.busy(false);
        client.pass(SOON);
        assertEquals(List.of("a", "b"), console.lines());
    }

    @Test
    void anInterruptDropsWhatWaits() {
        TestClient client = TestClient.loggedIn(reception);
        console.busy(true);
        client.type("a\nb\n\u0003c\n");
        console.busy(false);
        client.pass(SOON);
        assertEquals(List.of("c"), console.lines());
        assertEquals(1, console.interrupts());
    }

    @Test
    void aClientThatTypesTooFarAheadIsNotListenedToUntilThatHasRun() {
        TestClient client = TestClient.loggedIn(reception);
        console.busy(true);
        int count = settings.typedAhead() / 32 + 1;
        client.type("\n".repeat(count));
        assertFalse(client.channel().config().isAutoRead());
        console.busy(false);
        client.pass(SOON);
        assertTrue(client.channel().config().isAutoRead());
        assertEquals(Collections.nCopies(count, ""), console.lines());
    }

    @Test
    void aLineTooLongIsRefusedAndTheSessionLives() {
        TestClient client = TestClient.loggedIn(reception);
        client.type("x".repeat(300) + "\r\n").expect("[line dropped: it has more than 255 bytes]\r\n");
        client.type("y\r\n");
        assertEquals(List.of("y"), console.lines());
    }

    @Test
    void itIsThere() {
        TestClient.loggedIn(reception).send(255, 246).expect("\r\n[yes]\r\n");
    }

    @Test
    void controlDLeaves() {
        TestClient client = TestClient.loggedIn(reception).type("\u0004");
        assertFalse(client.channel().isActive());
        print("more");
        client.settle();
        client.expect("");
    }

    @Test
    void afterTheEndOfInputTheOutputIsStillShown() {
        for (boolean byCommand : new boolean[] {true, false}) {
            TestClient client = TestClient.loggedIn(reception).type("=1\n");
            if (byCommand) {
                client.send(255, 236);
            } else {
                client.channel().pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            }
            client.pass(Duration.ofMillis(900));
            print("1\n> ");
            client.settle();
            client.pass(Duration.ofMillis(900));
            assertTrue(client.channel().isActive());
            client.expect("1\r\n> ");
            client.pass(Duration.ofSeconds(2));
            assertFalse(client.channel().isActive());
        }
    }

    @Test
    void aClientThatNeitherTypesNorReadsIsSentAway() {
        TestClient client = TestClient.loggedIn(reception);
        client.pass(settings.idleTime());
        client.type("a\n");
        client.pass(settings.idleTime());
        assertTrue(client.channel().isActive());
        client.pass(settings.idleTime());
        assertFalse(client.channel().isActive());
    }

    @Test
    void outputKeepsAClient() {
        TestClient client = TestClient.loggedIn(reception);
        for (int i = 0; i < 5; i++) {
            print("tick\n");
            client.settle();
            client.pass(settings.idleTime());
        }
        assertTrue(client.channel().isActive());
    }

    @Test
    void abortOutputDropsWhatHasNotBeenShown() {
        TestClient client = TestClient.loggedIn(reception);
        print("old");
        client.send(255, 245);
        client.expect("");
        print("new");
        client.settle();
        client.expect("new");
    }
}
