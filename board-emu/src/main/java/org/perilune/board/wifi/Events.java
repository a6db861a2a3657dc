package org.perilune.board.wifi;

import java.util.Arrays;
import java.util.List;
import org.perilune.board.PowerCycle;
import org.perilune.board.net.Ipv4;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.value.Userdata;

/**
 * Tells the program what happens to the radio. As in the firmware an event waits in a table of the program's own heap until
 * a task of low priority hands it over, and an event without a listener is lost at once.
 */
final class Events {
    static final int STA_CONNECTED = 0;
    static final int STA_DISCONNECTED = 1;
    static final int STA_AUTHMODE_CHANGE = 2;
    static final int STA_GOT_IP = 3;
    static final int STA_DHCP_TIMEOUT = 4;
    static final int AP_STACONNECTED = 5;
    static final int AP_STADISCONNECTED = 6;
    static final int AP_PROBEREQRECVED = 7;
    static final int MODE_CHANGED = 8;
    /** One more than the highest number; also stands for events that have none here. */
    static final int END = 10;

    /** Reasons of a disconnection. */
    static final int ASSOC_LEAVE = 8;

    static final int HANDSHAKE_TIMED_OUT = 15;
    static final int NO_AP_FOUND = 201;

    /** The SDK's record of an event. */
    private static final int RECORD_BYTES = 44;

    private static final int LOW_PRIORITY = 0;
    private static final long QUEUE_FULL_MICROS = 1000;

    /** A field of the table that a listener is given; its value is a text or a number. */
    private record Field(String name, Object value) {}

    private record Event(int id, List<Field> fields) {}

    private final PowerCycle cycle;
    private final int[] listeners = new int[END + 1];
    /** The table of waiting events, made with the first one. */
    private int queue = References.NONE;

    Events(PowerCycle cycle) {
        this.cycle = cycle;
        Arrays.fill(listeners, References.NONE);
    }

    /** Makes the function at an index the listener of an event. */
    void listen(LuaState lua, int id, int index) {
        lua.pushCopy(index);
        int kept = lua.reference();
        lua.release(listeners[id]);
        listeners[id] = kept;
    }

    void unlisten(LuaState lua, int id) {
        lua.release(listeners[id]);
        listeners[id] = References.NONE;
    }

    // ---- what happens

    void connected(AirNetwork network) {
        happened(
                STA_CONNECTED,
                new Field("SSID", network.name()),
                new Field("BSSID", network.bssid().toString()),
                new Field("channel", network.channel()));
    }

    void disconnected(String ssid, MacAddress bssid, int reason) {
        happened(
                STA_DISCONNECTED,
                new Field("SSID", ssid),
                new Field("reason", reason),
                new Field("BSSID", bssid.toString()));
    }

    void gotIp(Ipv4 ip, Ipv4 netmask, Ipv4 gateway) {
        happened(
                STA_GOT_IP,
                new Field("IP", ip.toString()),
                new Field("netmask", netmask.toString()),
                new Field("gateway", gateway.toString()));
    }

    void modeChanged(int before, int now) {
        happened(MODE_CHANGED, new Field("old_mode", before), new Field("new_mode", now));
    }

    private void happened(int id, Field... fields) {
        if (listeners[id] == References.NONE) {
            return;
        }
        LuaState lua = cycle.lua();
        if (queue == References.NONE) {
            lua.newTable(0, 0);
            queue = lua.reference();
        }
        lua.pushReference(queue);
        lua.newUserdata(RECORD_BYTES, new Event(id, List.of(fields)));
        int record = lua.reference();
        int waiting = lua.length(-1);
        lua.push(waiting + 1);
        lua.push(record);
        lua.rawSet(-3);
        lua.pop(1);
        if (waiting == 0) {
            postDelivery();
        }
    }

    // ---- handing over

    private void postDelivery() {
        if (!cycle.postTask(LOW_PRIORITY, this::deliver)) {
            cycle.after(QUEUE_FULL_MICROS, this::postDelivery);
        }
    }

    private void deliver() {
        LuaState lua = cycle.lua();
        lua.pushReference(queue);
        int record = takeFirst(lua);
        boolean more = lua.length(-1) > 0;
        lua.pop(1);
        lua.pushReference(record);
        Event event = (Event) ((Userdata) lua.refAt(-1)).payload();
        lua.pop(1);
        if (more) {
            postDelivery();
        }
        if (listeners[event.id()] == References.NONE) {
            lua.release(record);
            return;
        }
        lua.pushReference(listeners[event.id()]);
        lua.newTable(0, 0);
        for (Field field : event.fields()) {
            if (field.value() instanceof Integer number) {
                lua.push(number);
            } else {
                lua.push((String) field.value());
            }
            lua.setField(-2, field.name());
        }
        lua.release(record);
        cycle.call(1, 0);
    }

    /** Takes the first number out of the table on the top; the others move down. */
    private static int takeFirst(LuaState lua) {
        int length = lua.length(-1);
        lua.rawGet(-1, 1);
        int first = lua.toInteger(-1);
        lua.pop(1);
        for (int i = 1; i < length; i++) {
            lua.rawGet(-1, i + 1);
            lua.rawSet(-2, i);
        }
        lua.pushNil();
        lua.rawSet(-2, length);
        return first;
    }
}
