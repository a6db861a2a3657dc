package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginHandlerTest {
    private static final String WILL_ECHO = "\u00ff\u00fb\u0001";
    private static final String WONT_ECHO = "\u00ff\u00fc\u0001";
    private static final String GREETING =
            "The board's prompt (nobody else is here). Ctrl-C or Interrupt stops what is running, Ctrl-D leaves.\r\n";

    private final TelnetSettings settings = TelnetSettings.at(new InetSocketAddress(0), 255);
    private final RecordingConsole console = new RecordingConsole();
    private final List<String> asked = new ArrayList<>();
    private final Reception reception = Reception.of(
            settings,
            (user, password) -> {
                asked.add(user + "/" + password);
                return user.equals("perilune") && password.equals("secret");
            },
            console);

    private TestClient client() {
        return new TestClient(reception).expect("login: ");
    }

    @Test
    void thePasswordIsNotEchoed() {
        TestClient client = client();
        client.type("perilune\r\n").expect(WILL_ECHO + "Password: ");
        client.type("secret\r\0").expect(WONT_ECHO + "\r\n" + GREETING);
        assertEquals(List.of("perilune/secret"), asked);
    }

    @Test
    void aWrongPasswordDoesNotTellWhatWasWrong() {
        TestClient client = client();
        client.type("perilune\nwrong\n")
                .expect(WILL_ECHO + "Password: " + WONT_ECHO + "\r\nLogin incorrect\r\nlogin: ");
        client.pass(settings.failurePause());
        client.type("root\nsecret\n").expect(WILL_ECHO + "Password: " + WONT_ECHO + "\r\nLogin incorrect\r\nlogin: ");
        assertEquals(List.of(), console.lines());
    }

    @Test
    void afterSomeFailuresTheClientIsSentAway() {
        TestClient client = client();
        for (int i = 1; i <= settings.tries(); i++) {
            assertTrue(client.channel().isActive());
            client.type("perilune\nwrong" + i + "\n");
            client.pass(settings.failurePause());
        }
        assertFalse(client.channel().isActive());
        assertTrue(client.sent().endsWith("Login incorrect\r\n"));
        assertEquals(settings.tries(), asked.size());
    }

    @Test
    void noPasswordIsLookedAtForAWhileAfterAWrongOneWhoeverGivesIt() {
        Reception slow = reception;
        TestClient first = new TestClient(slow);
        TestClient second = new TestClient(slow);
        first.type("perilune\nwrong\n");
        second.type("perilune\nsecret\n");
        assertEquals(1, asked.size());
        second.sent();
        // The first client's executor has the timer.
        first.pass(settings.failurePause().minusMillis(1));
        assertEquals(1, asked.size());
        first.pass(Duration.ofMillis(1));
        second.settle();
        assertEquals(2, asked.size());
        second.expect(GREETING);
    }

    @Test
    void whoHasGoneDoesNotKeepOthersWaiting() {
        TestClient first = new TestClient(reception);
        TestClient second = new TestClient(reception);
        TestClient third = new TestClient(reception);
        first.type("perilune\nwrong\n");
        second.type("perilune\nwrong\n");
        third.type("perilune\nsecret\n");
        Telnet.close(second.channel());
        first.pass(settings.failurePause());
        third.settle();
        assertEquals(List.of("perilune/wrong", "perilune/secret"), asked);
        assertTrue(third.sent().endsWith(GREETING));
    }

    @Test
    void whatIsTypedAheadReachesTheConsole() {
        TestClient client = client();
        client.type("perilune\nsecret\n=1+1\n=node.heap()\n");
        assertEquals(List.of("=1+1", "=node.heap()"), console.lines());
    }

    @Test
    void aSilentClientIsSentAway() {
        TestClient client = client();
        client.pass(settings.loginTime().minusMillis(1));
        client.type("perilune\n");
        assertTrue(client.channel().isActive());
        client.pass(Duration.ofMillis(1));
        assertFalse(client.channel().isActive());
        assertTrue(client.sent().endsWith("Login timed out.\r\n"));
    }

    @Test
    void oneVisitorTooManyPushesOutTheOldest() {
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i <= settings.visitors(); i++) {
            clients.add(new TestClient(reception));
        }
        assertFalse(clients.get(0).channel().isActive());
        assertTrue(clients.get(1).channel().isActive());
        TestClient last = clients.get(settings.visitors());
        last.type("perilune\nsecret\n");
        assertTrue(last.sent().endsWith(GREETING));
    }

    @Test
    void thereAreOnlySoManySessions() {
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < settings.sessions(); i++) {
            clients.add(TestClient.loggedIn(reception));
            assertTrue(clients.get(i).channel().isActive());
        }
        TestClient refused = new TestClient(reception).type("perilune\nsecret\n");
        assertFalse(refused.channel().isActive());
        assertTrue(refused.sent().endsWith("Too many sessions.\r\n"));
        clients.get(3).type("\u0004");
        TestClient admitted = new TestClient(reception).type("perilune\nsecret\n");
        assertTrue(admitted.channel().isActive());
    }

    @Test
    void leavingOrInterruptingAtTheLoginEndsIt() {
        assertFalse(client().type("\u0004").channel().isActive());
        assertFalse(client().type("perilune\n").send(255, 244).channel().isActive());
    }
}
