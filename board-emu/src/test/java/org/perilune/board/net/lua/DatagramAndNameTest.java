package org.perilune.board.net.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.board.RealClock;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class DatagramAndNameTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void datagramsAreEchoed() throws Exception {
        try (NetBoard board = NetBoard.running(
                        "u = net.createUDPSocket()",
                        "u:on('receive', function(s, d, port, ip) print('from', port, ip) s:send(port, ip, d..'!') end)",
                        "u:on('sent', function(s) print('sent') end)",
                        "u:listen(0)",
                        "print('port '..u:getaddr())");
                DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            int port = Integer.parseInt(board.answer("port"));
            peer.send(new DatagramPacket(bytes("ping"), 4, InetAddress.getLoopbackAddress(), port));
            Future<String> answer = CompletableFuture.supplyAsync(() -> receive(peer));
            board.runUntilPrinted("from\t" + peer.getLocalPort() + "\t127.0.0.1\nsent\n");
            assertEquals("ping!", answer.get());
        }
    }

    private static String receive(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        try {
            socket.receive(packet);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void sendingBindsAndClosingGivesAllBack() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                NetBoard board = NetBoard.running(
                        "local function go(port)",
                        "  local u = net.createUDPSocket()",
                        "  u:send(port, '127.0.0.1', 'x')",
                        "  print('bound', u:getaddr() > 0)",
                        "  u:close()",
                        "end",
                        "for i = 1, 30 do",
                        "  go(" + peer.getLocalPort() + ")",
                        "  if i == 10 then before = node.heap() end",
                        "end",
                        "print('lost '..(before - node.heap()))")) {
            assertEquals("0", board.answer("lost"), board::printed);
            assertTrue(board.printed().contains("bound\ttrue"), board.printed());
            assertEquals("x", receive(peer));
        }
    }

    @Test
    void datagramMistakesHaveTheFirmwaresTexts() {
        try (NetBoard board = NetBoard.running(
                "u = net.createUDPSocket()",
                "print(pcall(u.send, u, 0, '127.0.0.1', 'x'))",
                "print(pcall(u.send, u, 9, 'name', 'x'))",
                "print(pcall(u.send, u, 9, '127.0.0.1', ''))",
                "print(pcall(u.on, u, 'connection', print))",
                "print(pcall(u.close, u))",
                "u:listen(0) print(pcall(u.listen, u, 0))",
                "print(u:ttl(), u:ttl(7), u:ttl())",
                "print('end')")) {
            board.runUntilPrinted("end\n");
            board.assertPrinted(
                    "false\tneed port",
                    "false\tinvalid IP address",
                    "false\tno data to send",
                    "false\tinvalid callback name",
                    "false\tnot connected",
                    "false\talready listening",
                    "255\t7\t7",
                    "end");
        }
    }

    @Test
    void namesAreResolvedAndAddressesAtOnce() {
        try (NetBoard board = NetBoard.running(
                "net.dns.resolve('10.1.2.3', function(s, ip) print('at once', s, ip) end)",
                "print('later')",
                "net.dns.resolve('localhost', function(s, ip) print('localhost', s, ip)",
                "  net.dns.resolve('no-such-host.invalid', function(s, ip) print('none', s, ip)",
                "    net.createConnection():dns('localhost', function(s, ip) print('method', s ~= nil, ip) end)",
                "  end)",
                "end)",
                "print(net.dns.getdnsserver(), net.dns.getdnsserver(1))",
                "net.dns.setdnsserver('9.9.9.9', 1) print(net.dns.getdnsserver(1))",
                "print(pcall(net.dns.setdnsserver, '9.9.9.9', 2))")) {
            board.runUntilPrinted("method\ttrue\t127.0.0.1\n");
            String text = board.printed();
            assertTrue(text.contains("at once\tnil\t10.1.2.3\nlater\n"), text);
            assertTrue(text.contains("208.67.222.222\tnil\n9.9.9.9\n"), text);
            assertTrue(text.contains("false\tserver index out of range [0-1]\n"), text);
            assertTrue(text.contains("localhost\tnil\t127.0.0.1\nnone\tnil\tnil\n"), text);
        }
    }

    @Test
    void interfacesAreDescribed() {
        try (NetBoard board = NetBoard.running(
                "wifi.setmode(wifi.STATION)",
                "print(#net.ifinfo().hwaddr, net.ifinfo().ip, net.ifinfo(1), net.ifinfo(2))",
                "net.multicastJoin('', '224.0.0.251')",
                "print(pcall(net.multicastJoin, 'any', 'x'))",
                "print('end')")) {
            board.runUntilPrinted("end\n");
            assertTrue(board.printed().contains("6\tnil\tnil\nfalse\tinvalid multicast ip\nend"), board.printed());
        }
    }

    @Test
    void aServerBelowTheFirstIsNobody() {
        try (NetBoard board = NetBoard.running(
                "print(pcall(net.dns.setdnsserver, '8.8.8.8', -1))",
                "print(net.dns.getdnsserver(-1), net.dns.getdnsserver(0))",
                "print(pcall(net.dns.getdnsserver, 2))",
                "print('ready')")) {
            board.runUntilPrinted("ready");
            assertTrue(
                    board.printed().contains("true\nnil\t208.67.222.222\nfalse\tserver index out of range [0-1]\n"),
                    board.printed());
        }
    }

    /** As before 2018: a socket that remembers its peer, or the one that wrote to it last. */
    private static NetBoard old(String... program) {
        NetBoard board = NetBoard.off(new RealClock(), config -> config.withCompat(true), program);
        board.board().powerOn();
        return board;
    }

    @Test
    void anOldServerAnswersWhoWroteLast() throws Exception {
        try (NetBoard board = old(
                        "srv = net.createServer(net.UDP)",
                        "print(select(2, pcall(srv.send, srv, 'x')):match('remote ip'))",
                        "srv:on('receive', function(s, d) s:send(d..'!', function(s) print('sent', s == srv) end) end)",
                        "srv:listen(0)",
                        "print('port '..srv:getaddr())");
                DatagramSocket first = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket second = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            int port = Integer.parseInt(board.answer("port"));
            assertTrue(board.printed().contains("remote ip\n"), board.printed());
            for (DatagramSocket peer : new DatagramSocket[] {first, second, first}) {
                peer.send(new DatagramPacket(bytes("ping"), 4, InetAddress.getLoopbackAddress(), port));
                assertEquals("ping!", board.runUntilDone(CompletableFuture.supplyAsync(() -> receive(peer))));
            }
            board.runUntilPrinted("sent\ttrue");
        }
    }

    @Test
    void anOldConnectionWritesToItsPeer() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                NetBoard board = old(
                        "c = net.createConnection(net.UDP, 0)",
                        "c:on('receive', function(c, d) print('got', d) c:close() end)",
                        "c:connect(" + peer.getLocalPort() + ", '127.0.0.1')",
                        "c:send('one')",
                        "print('port '..c:getaddr())",
                        "d = net.createConnection(net.UDP, 0)",
                        "d:connect(" + peer.getLocalPort() + ", 'localhost')",
                        "tmr.create():alarm(1, tmr.ALARM_AUTO, function(t)",
                        "  if d:getaddr() then d:send('two') t:unregister() end end)")) {
            int port = Integer.parseInt(board.answer("port"));
            assertEquals("one", receive(peer));
            assertEquals("two", board.runUntilDone(CompletableFuture.supplyAsync(() -> receive(peer))));
            peer.send(new DatagramPacket(bytes("pong"), 4, InetAddress.getLoopbackAddress(), port));
            board.runUntilPrinted("got\tpong");
        }
    }

    @Test
    void todaysFirmwareKnowsNoOldSockets() {
        try (NetBoard board =
                NetBoard.running("print('kinds', net.createServer(net.UDP).on, net.createConnection(net.UDP).hold)")) {
            board.runUntilPrinted("kinds\tnil\tfunction");
        }
    }
}
