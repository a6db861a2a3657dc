package org.perilune.board.wifi;

import org.perilune.board.Alarm;
import org.perilune.board.PowerCycle;
import org.perilune.board.net.BoardAddress;
import org.perilune.board.net.Ipv4;

/** The station: joins a network and gets an address, each after a while, and tells the program's listeners. */
public final class Station implements Interface {
    static final int IDLE = 0;
    static final int CONNECTING = 1;
    static final int WRONG_PASSWORD = 2;
    static final int NOT_FOUND = 3;
    static final int FAILED = 4;
    static final int GOT_IP = 5;
    /** Status while the radio is no station. */
    static final int NO_STATION = 255;

    private static final long JOIN_MICROS = 800_000;
    private static final long ADDRESS_MICROS = 400_000;
    /** After a failure the station tries again and again, as long as nobody tells it otherwise. */
    private static final long RETRY_MICROS = 3_000_000;

    private static final Ipv4 NETMASK = Ipv4.of("255.255.255.0");
    private static final int HOST_BITS = 0xff;

    private final PowerCycle cycle;
    private final Radio radio;
    private final Air air;
    private MacAddress mac;
    private String hostname;
    private StationConfig config;
    private int status = IDLE;
    /** The network it is in, from the moment it is let in. */
    private AirNetwork joined;
    /** The access point it was in last. */
    private MacAddress lastBssid = MacAddress.NONE;
    /** Addresses set by hand, null when they are to be asked for. */
    private Ipv4 fixedIp;

    private Ipv4 netmask = NETMASK;
    private Ipv4 gateway;
    /** The next step on the way. */
    private Alarm step;

    Station(PowerCycle cycle, Radio radio, MacAddress mac, Air air) {
        this.cycle = cycle;
        this.radio = radio;
        this.mac = mac;
        this.air = air;
        hostname = "NODE-" + mac.toString().replace(":", "").substring(6).toUpperCase(java.util.Locale.ROOT);
        config = radio.flash().station();
        gateway = gatewayOf(boardIp());
    }

    private Ipv4 boardIp() {
        return BoardAddress.of(cycle.board().config());
    }

    /** The first address of the network, or the last one when the board itself is the first. */
    private static Ipv4 gatewayOf(Ipv4 ip) {
        int network = ip.bits() & ~HOST_BITS;
        return new Ipv4(ip.bits() == (network | 1) ? network | HOST_BITS - 1 : network | 1);
    }

    // ---- settings

    StationConfig config() {
        return config;
    }

    void config(StationConfig wanted, boolean save) {
        config = wanted;
        if (save) {
            radio.flash().station(wanted);
        }
    }

    String hostname() {
        return hostname;
    }

    void hostname(String name) {
        hostname = name;
    }

    @Override
    public MacAddress mac() {
        return mac;
    }

    void mac(MacAddress address) {
        mac = address;
    }

    void fixedAddress(Ipv4 newIp, Ipv4 newNetmask, Ipv4 newGateway) {
        fixedIp = newIp;
        netmask = newNetmask;
        gateway = newGateway;
    }

    Air air() {
        return air;
    }

    // ---- state

    @Override
    public boolean isOn() {
        return (radio.mode() & Radio.STATION) != 0;
    }

    int status() {
        return isOn() ? status : NO_STATION;
    }

    AirNetwork joined() {
        return joined;
    }

    MacAddress lastBssid() {
        return lastBssid;
    }

    @Override
    public Ipv4 ip() {
        if (fixedIp != null) {
            return isOn() ? fixedIp : Ipv4.ANY;
        }
        return status() == GOT_IP ? boardIp() : Ipv4.ANY;
    }

    @Override
    public Ipv4 netmask() {
        return ip().isAny() ? Ipv4.ANY : netmask;
    }

    @Override
    public Ipv4 gateway() {
        return ip().isAny() ? Ipv4.ANY : gateway;
    }

    @Override
    public Ipv4 dhcpServer() {
        return fixedIp != null ? null : gateway();
    }

    // ---- joining and leaving

    /** The radio became a station: it joins the network it knows, if it is to do so by itself. */
    void start() {
        if (radio.flash().autoConnect()) {
            connect();
        }
    }

    /** Begins to join, unless that is done or under way. */
    void connect() {
        if (isOn() && !config.ssid().isEmpty() && joined == null && status != CONNECTING) {
            cancel();
            status = CONNECTING;
            step = cycle.after(JOIN_MICROS, this::join);
        }
    }

    private void join() {
        AirNetwork network = air.find(config.ssid());
        boolean there =
                network != null && (config.bssid() == null || config.bssid().equals(network.bssid()));
        if (!there) {
            fail(NOT_FOUND, Events.NO_AP_FOUND);
        } else if (!network.admits(config.password())) {
            fail(WRONG_PASSWORD, Events.HANDSHAKE_TIMED_OUT);
        } else {
            joined = network;
            lastBssid = network.bssid();
            status = CONNECTING;
            step = cycle.after(ADDRESS_MICROS, this::gotAddress);
            radio.events().connected(network);
        }
    }

    private void fail(int why, int reason) {
        status = why;
        step = cycle.inBackgroundAfter(RETRY_MICROS, this::join);
        radio.events().disconnected(config.ssid(), config.bssid() == null ? MacAddress.NONE : config.bssid(), reason);
    }

    private void gotAddress() {
        step = null;
        status = GOT_IP;
        radio.events().gotIp(ip(), netmask(), gateway());
    }

    /** Leaves the network, or gives up joining. */
    void disconnect() {
        cancel();
        status = IDLE;
        if (joined != null) {
            AirNetwork left = joined;
            joined = null;
            radio.events().disconnected(left.name(), left.bssid(), Events.ASSOC_LEAVE);
        }
    }

    private void cancel() {
        if (step != null) {
            step.cancel();
            step = null;
        }
    }
}
