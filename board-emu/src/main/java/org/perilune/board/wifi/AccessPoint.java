package org.perilune.board.wifi;

import org.perilune.board.net.Ipv4;

/** The board's own access point. Nobody ever joins it. */
public final class AccessPoint implements Interface {
    private final Radio radio;
    private MacAddress mac;
    private AccessPointConfig config;
    private Ipv4 ip = Ipv4.of("192.168.4.1");
    private Ipv4 netmask = Ipv4.of("255.255.255.0");
    private Ipv4 gateway = ip;

    AccessPoint(Radio radio, MacAddress mac) {
        this.radio = radio;
        this.mac = mac;
        config = savedConfig();
    }

    AccessPointConfig config() {
        return config;
    }

    void config(AccessPointConfig wanted, boolean save) {
        config = wanted;
        if (save) {
            radio.flash().accessPoint(wanted);
        }
    }

    AccessPointConfig savedConfig() {
        AccessPointConfig saved = radio.flash().accessPoint();
        return saved == null ? AccessPointConfig.of(mac) : saved;
    }

    @Override
    public boolean isOn() {
        return (radio.mode() & Radio.ACCESS_POINT) != 0;
    }

    @Override
    public MacAddress mac() {
        return mac;
    }

    void mac(MacAddress address) {
        mac = address;
    }

    @Override
    public Ipv4 ip() {
        return isOn() ? ip : Ipv4.ANY;
    }

    @Override
    public Ipv4 netmask() {
        return netmask;
    }

    @Override
    public Ipv4 gateway() {
        return gateway;
    }

    @Override
    public Ipv4 dhcpServer() {
        return null;
    }

    void address(Ipv4 newIp, Ipv4 newNetmask, Ipv4 newGateway) {
        ip = newIp;
        netmask = newNetmask;
        gateway = newGateway;
    }
}
