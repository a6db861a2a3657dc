package org.perilune.board.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.perilune.board.BoardConfig;
import org.perilune.board.BoardException;
import org.perilune.board.VirtualClock;
import org.perilune.board.net.lua.NetBoard;

/** Programs that use the radio, on a virtual clock. */
class WifiModuleTest {
    private static BoardConfig oneNetwork(BoardConfig config) {
        return config.withAccessPoint("home", "secret-word");
    }

    private static String print(UnaryOperator<BoardConfig> changes, String... program) {
        try (NetBoard board = NetBoard.off(new VirtualClock(), changes, program)) {
            board.board().powerOn();
            board.board().runFor(Duration.ofSeconds(20));
            return board.printed();
        }
    }

    private static void assertPrints(String printed, String... lines) {
        assertTrue(printed.contains(String.join("\n", lines) + "\n"), printed);
    }

    @Test
    void joiningGoesThroughItsStates() {
        String printed = print(
                config -> config.withIp("127.0.0.5"),
                "wifi.setmode(wifi.STATION)",
                "local mon = wifi.eventmon",
                "mon.register(mon.STA_CONNECTED, function(t)",
                "  print('connected', t.SSID, #t.BSSID, t.channel == wifi.getchannel(), wifi.sta.status()) end)",
                "mon.register(mon.STA_GOT_IP, function(t) print('address', t.IP, t.netmask, t.gateway)",
                "  print(wifi.sta.getip()) print(wifi.sta.getbroadcast())",
                "  print(wifi.sta.status() == wifi.STA_GOTIP, wifi.sta.getrssi() < 0)",
                "  wifi.sta.disconnect() print(wifi.sta.getip(), wifi.sta.status())",
                "end)",
                "mon.register(mon.STA_DISCONNECTED, function(t)",
                "  print('left', t.SSID, t.reason == mon.reason.ASSOC_LEAVE) end)",
                "print(wifi.sta.config({ssid='any', pwd='thing'}), wifi.sta.status(), wifi.sta.getip())");
        assertPrints(
                printed,
                "true\t1\tnil",
                "connected\tany\t17\ttrue\t1",
                "address\t127.0.0.5\t255.255.255.0\t127.0.0.1",
                "127.0.0.5\t255.255.255.0\t127.0.0.1",
                "127.0.0.255",
                "true\ttrue",
                "nil\t0",
                "left\tany\ttrue");
    }

    @Test
    void aWrongPasswordIsRefusedAgainAndAgain() {
        String printed = print(
                WifiModuleTest::oneNetwork,
                "wifi.setmode(wifi.STATION) n = 0",
                "wifi.eventmon.register(wifi.eventmon.STA_DISCONNECTED, function(t)",
                "  n = n + 1",
                "  print(n, t.reason, wifi.sta.status())",
                "  if n == 2 then wifi.sta.config{ssid='home', pwd='secret-word', got_ip_cb=function(t) print(t.IP) end} end",
                "end)",
                "wifi.sta.config{ssid='home', pwd='guess'}");
        assertPrints(printed, "1\t15\t2", "2\t15\t2", "127.0.0.1");
    }

    @Test
    void anUnknownNetworkIsNotFound() {
        String printed = print(
                WifiModuleTest::oneNetwork,
                "wifi.setmode(wifi.STATION)",
                "wifi.sta.config{ssid='away', pwd='', auto=false} print(wifi.sta.status())",
                "wifi.sta.disconnect_cb = nil");
        assertTrue(printed.contains("0\n"), printed);
        printed = print(
                WifiModuleTest::oneNetwork,
                "wifi.setmode(wifi.STATION) wifi.sta.config{ssid='away'}",
                "tmr.create():alarm(2000, 0, function() print(wifi.sta.status() == wifi.STA_APNOTFOUND) end)");
        assertPrints(printed, "true");
    }

    @Test
    void savedSettingsSurviveARestart() {
        String printed = print(
                WifiModuleTest::oneNetwork,
                "print(wifi.getmode(), wifi.getdefaultmode())",
                "if wifi.getmode() == wifi.SOFTAP then",
                "  wifi.setmode(wifi.STATION)",
                "  wifi.sta.config{ssid='home', pwd='secret-word'}",
                "  wifi.sta.config{ssid='gone', save=false}",
                "  print(wifi.sta.getconfig(), wifi.sta.getdefaultconfig())",
                "  node.restart()",
                "else",
                "  print(wifi.sta.getconfig())",
                "  wifi.eventmon.register(wifi.eventmon.STA_GOT_IP, function() print('by itself') end)",
                "end");
        assertPrints(printed, "2\t2");
        assertPrints(printed, "gone\thome\tsecret-word\t0\tff:ff:ff:ff:ff:ff");
        assertPrints(printed, "1\t1", "home\tsecret-word\t0\tff:ff:ff:ff:ff:ff");
        assertTrue(printed.contains("by itself"), printed);
    }

    @Test
    void aScanFindsWhatIsThere() {
        String printed = print(
                config -> config.withAccessPoint("home", "secret-word").withAccessPoint("open", ""),
                "wifi.setmode(wifi.STATION)",
                "wifi.sta.getap(function(t)",
                "  print(t.home:match('^3,%-%d+,[%x:]+,%d+$') ~= nil, t.open:sub(1, 2))",
                "  wifi.sta.getap({ssid='open'}, 1, function(t)",
                "    for k, v in pairs(t) do print(#k, v:match('^open,%-%d+,0,%d+$') ~= nil) end",
                "  end)",
                "end)");
        assertPrints(printed, "true\t0,", "17\ttrue");
    }

    @Test
    void theAccessPointTakesItsSettings() {
        String printed = print(
                config -> config.withChipId(0xabcdef),
                "wifi.setmode(wifi.STATIONAP)",
                "print(wifi.sta.getmac(), wifi.ap.getmac(), wifi.sta.gethostname())",
                "print(wifi.ap.getip())",
                "print(wifi.ap.config{ssid='mine', pwd='12345678', channel=3}, wifi.ap.getconfig())",
                "local c = wifi.ap.getconfig(true) print(c.auth == wifi.WPA_WPA2_PSK, c.channel, c.max, c.beacon, c.hidden)",
                "print(pcall(wifi.ap.config, {ssid='mine', pwd='short'}))",
                "print(wifi.ap.setip{ip='10.0.0.1', netmask='255.0.0.0', gateway='10.0.0.1'}, wifi.ap.getip())",
                "print(wifi.ap.dhcp.config{start='10.0.0.9'})",
                "print(next(wifi.ap.getclient()), wifi.ap.getbroadcast())",
                "print(wifi.sta.sethostname('my-board'), wifi.sta.gethostname(), pcall(wifi.sta.sethostname, '-x'))");
        assertPrints(
                printed,
                "18:fe:34:ab:cd:ef\t1a:fe:34:ab:cd:ef\tNODE-ABCDEF",
                "192.168.4.1\t255.255.255.0\t192.168.4.1",
                "true\tmine\t12345678",
                "true\t3\t4\t100\tfalse",
                "false\tbad argument #1 to '?' (pwd: length:0 or 8-64)",
                "true\t10.0.0.1\t255.0.0.0\t10.0.0.1",
                "10.0.0.9\t10.0.0.12",
                "nil\t10.255.255.255",
                "true\tmy-board\tfalse\tbad argument #1 to '?' (Invalid hostname)");
    }

    @Test
    void positionalSettingsNeedTheCompatibleBoard() {
        String[] program = {
            "wifi.setmode(1)", "print(pcall(wifi.sta.config, 'home', 'secret-word', 0))", "print(wifi.sta.getconfig())"
        };
        assertPrints(
                print(WifiModuleTest::oneNetwork, program),
                "false\tbad argument #1 to '?' (config table not found!)",
                "\t\t0\tff:ff:ff:ff:ff:ff");
        assertPrints(
                print(config -> oneNetwork(config).withCompat(true), program),
                "true\ttrue",
                "home\tsecret-word\t0\tff:ff:ff:ff:ff:ff");
    }

    @Test
    void staticAddressesAreTaken() {
        String printed = print(
                config -> config,
                "wifi.setmode(wifi.STATION)",
                "print(wifi.sta.setip{ip='192.168.0.9', netmask='255.255.255.0', gateway='192.168.0.1'})",
                "print(wifi.sta.getip())",
                "print(net.ifinfo(0).ip, net.ifinfo(0).dhcp)");
        assertPrints(printed, "true", "192.168.0.9\t255.255.255.0\t192.168.0.1", "192.168.0.9\tnil");
    }

    @Test
    void aBoardNeedsAnAddress() {
        BoardException refused = assertThrows(BoardException.class, () -> print(config -> config.withIp("here")));
        assertEquals("'here' is no IPv4 address that a board can have", refused.getMessage());
    }

    @Test
    void modesAreReportedAndChecked() {
        String printed = print(
                config -> config,
                "wifi.eventmon.register(wifi.eventmon.WIFI_MODE_CHANGED, function(t) print(t.old_mode, t.new_mode) end)",
                "print(wifi.setmode(wifi.STATIONAP, false), wifi.getmode(), wifi.getdefaultmode())",
                "print(pcall(wifi.setmode, 4))",
                "print(wifi.NULLMODE, wifi.STATION, wifi.SOFTAP, wifi.STATIONAP, wifi.OPEN, wifi.STA_GOTIP)",
                "print(wifi.getphymode() == wifi.PHYMODE_N, wifi.sleeptype(), wifi.nullmodesleep())",
                "print(wifi.setcountry{country='us'}, wifi.getcountry().country, wifi.getcountry().end_ch)");
        assertPrints(
                printed,
                "3\t3\t2",
                "false\tbad argument #1 to '?' (Invalid mode)",
                "0\t1\t2\t3\t0\t5",
                "true\t2\ttrue",
                "true\tUS\t13",
                "2\t3");
    }

    @Test
    void anEventLeavesNothingInTheHeap() {
        String printed = print(
                config -> config,
                "wifi.setmode(wifi.STATION)",
                "n = 0",
                "wifi.eventmon.register(wifi.eventmon.WIFI_MODE_CHANGED, function(t)",
                "  n = n + 1",
                "  if n == 2 then before = node.heap() end",
                "  if n == 30 then print('lost', before - node.heap()) return end",
                "  wifi.setmode(n % 2 == 0 and wifi.STATION or wifi.NULLMODE)",
                "end)",
                "wifi.setmode(wifi.STATIONAP)");
        assertEquals(0, printed.indexOf("lost\t0\n") < 0 ? 1 : 0, printed);
    }

    @Test
    void aScanTakesItsFunctionAsTheFirmwareDoes() {
        String printed = print(
                config -> config.withAccessPoint("home", "secret-word"),
                "wifi.setmode(wifi.STATION)",
                "wifi.sta.getap(nil, nil, function(t)",
                "  print('nils', t.home ~= nil)",
                "  wifi.sta.getap({}, nil, function(t)",
                "    print('nil', t.home ~= nil)",
                "    print(pcall(wifi.sta.getap, '1', function() end))",
                "    wifi.sta.getap(nil, '1', function(t) print('text', t.home ~= nil) end)",
                "  end)",
                "end)",
                "print(pcall(wifi.sta.getap, {bssid='1:2'}, function() end))");
        assertPrints(
                printed,
                "false\tbad argument #1 to '?' (MAC:FF:FF:FF:FF:FF:FF)",
                "nils\ttrue",
                "nil\ttrue",
                "false\twrong arg type",
                "text\ttrue");
    }

    @Test
    void aNewChipsAccessPointIsNamedByItsMaker() {
        String printed = print(config -> config.withChipId(0xabcdef), "print(wifi.ap.getdefaultconfig())");
        assertPrints(printed, "ESP_ABCDEF\tnil");
    }

    @Test
    void oldProgramsWatchTheStatus() {
        String printed = print(
                config -> oneNetwork(config).withCompat(true),
                "print(pcall(wifi.sta.eventMonStart))",
                "wifi.setmode(wifi.STATION)",
                "print(pcall(wifi.sta.eventMonStart))",
                "for status = 0, 5 do",
                "  wifi.sta.eventMonReg(status, function(before) print(before, 'to', wifi.sta.status()) end)",
                "end",
                "wifi.sta.eventMonReg(wifi.STA_IDLE, 'unreg')",
                "print(pcall(wifi.sta.eventMonReg, 6, print))",
                "wifi.sta.eventMonReg(wifi.STA_GOTIP, function(before)",
                "  print(before, 'has', wifi.sta.getip() ~= nil)",
                "  wifi.sta.eventMonStop('unreg all') wifi.sta.disconnect() end)",
                "wifi.sta.eventMonStart()",
                "wifi.sta.config{ssid='home', pwd='wrong-word'}",
                "tmr.create():alarm(2000, 0, function() wifi.sta.config{ssid='home', pwd='secret-word'} end)");
        assertPrints(
                printed,
                "false\tCan't monitor in SOFTAP mode",
                "false\tNo callbacks defined",
                "false\tvalid wifi status:0-5");
        assertPrints(printed.replace("> ", ""), "0\tto\t1", "1\tto\t2", "2\tto\t1", "1\thas\ttrue");
        assertPrints(print(config -> config, "print(wifi.sta.eventMonReg)"), "nil");
    }
}
