package org.perilune.board.wifi;

import org.perilune.board.Board;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code wifi.eventmon}. */
final class EventFunctions {
    private static final int BYTE = 0xff;

    private static final RoTable REASON = Library.named("wifi.eventmon.reason")
            .number("UNSPECIFIED", 1)
            .number("AUTH_EXPIRE", 2)
            .number("AUTH_LEAVE", 3)
            .number("ASSOC_EXPIRE", 4)
            .number("ASSOC_TOOMANY", 5)
            .number("NOT_AUTHED", 6)
            .number("NOT_ASSOCED", 7)
            .number("ASSOC_LEAVE", Events.ASSOC_LEAVE)
            .number("ASSOC_NOT_AUTHED", 9)
            .number("DISASSOC_PWRCAP_BAD", 10)
            .number("DISASSOC_SUPCHAN_BAD", 11)
            .number("IE_INVALID", 13)
            .number("MIC_FAILURE", 14)
            .number("4WAY_HANDSHAKE_TIMEOUT", Events.HANDSHAKE_TIMED_OUT)
            .number("GROUP_KEY_UPDATE_TIMEOUT", 16)
            .number("IE_IN_4WAY_DIFFERS", 17)
            .number("GROUP_CIPHER_INVALID", 18)
            .number("PAIRWISE_CIPHER_INVALID", 19)
            .number("AKMP_INVALID", 20)
            .number("UNSUPP_RSN_IE_VERSION", 21)
            .number("INVALID_RSN_IE_CAP", 22)
            .number("802_1X_AUTH_FAILED", 23)
            .number("CIPHER_SUITE_REJECTED", 24)
            .number("BEACON_TIMEOUT", 200)
            .number("NO_AP_FOUND", Events.NO_AP_FOUND)
            .number("AUTH_FAIL", 202)
            .number("ASSOC_FAIL", 203)
            .number("HANDSHAKE_TIMEOUT", 204)
            .build();

    static final RoTable TABLE = Library.named("wifi.eventmon")
            .function("register", EventFunctions::register)
            .function("unregister", EventFunctions::register)
            .number("STA_CONNECTED", Events.STA_CONNECTED)
            .number("STA_DISCONNECTED", Events.STA_DISCONNECTED)
            .number("STA_AUTHMODE_CHANGE", Events.STA_AUTHMODE_CHANGE)
            .number("STA_GOT_IP", Events.STA_GOT_IP)
            .number("STA_DHCP_TIMEOUT", Events.STA_DHCP_TIMEOUT)
            .number("AP_STACONNECTED", Events.AP_STACONNECTED)
            .number("AP_STADISCONNECTED", Events.AP_STADISCONNECTED)
            .number("AP_PROBEREQRECVED", Events.AP_PROBEREQRECVED)
            .number("WIFI_MODE_CHANGED", Events.MODE_CHANGED)
            .number("EVENT_MAX", Events.END)
            .table("reason", REASON)
            .build();

    private EventFunctions() {}

    /** Registers a listener, or without one takes it back: both names do either. */
    private static int register(LuaState lua) {
        int id = Arguments.integer(lua, 1) & BYTE;
        if (id > Events.END) {
            throw lua.error("valid wifi events:0-%d", Events.END);
        }
        Events events = Radio.of(Board.of(lua).cycle()).events();
        if (lua.isFunction(2)) {
            events.listen(lua, id, 2);
        } else {
            events.unlisten(lua, id);
        }
        return 0;
    }
}
