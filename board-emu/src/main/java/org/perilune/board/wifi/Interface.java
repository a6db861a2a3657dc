package org.perilune.board.wifi;

import org.perilune.board.net.Ipv4;

/** A side of the radio that can have an address: the station, or the board's own access point. */
public interface Interface {
    boolean isOn();

    MacAddress mac();

    /** {@link Ipv4#ANY} for none. */
    Ipv4 ip();

    Ipv4 netmask();

    Ipv4 gateway();

    /** Who gave the address; null when it was set by hand. */
    Ipv4 dhcpServer();
}
