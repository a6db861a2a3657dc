package org.perilune.board.wifi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The radio's settings as they lie in flash, in this order: a byte each for the record's version (1), mode, phy mode,
 * automatic connecting, limit of networks, the one in use and their number; for each network its name and password (a
 * byte of length, then the bytes), and its access point's address (a byte 1 and six bytes, or a byte 0); then a byte 0,
 * or a byte 1 and the board's own access point: name, password, a byte each for auth, channel, hidden and most stations,
 * and two for the beacon's interval, high byte first.
 *
 * @param accessPoint null while it was never set
 */
record WifiRecord(
        int mode,
        int phyMode,
        boolean autoConnect,
        int limit,
        List<StationConfig> known,
        int current,
        AccessPointConfig accessPoint) {
    private static final int VERSION = 1;
    private static final int ADDRESS = 6;

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            out.writeByte(mode);
            out.writeByte(phyMode);
            out.writeBoolean(autoConnect);
            out.writeByte(limit);
            out.writeByte(current);
            out.writeByte(known.size());
            for (StationConfig station : known) {
                text(out, station.ssid());
                text(out, station.password());
                out.writeBoolean(station.bssid() != null);
                if (station.bssid() != null) {
                    out.write(station.bssid().bytes());
                }
            }
            out.writeBoolean(accessPoint != null);
            if (accessPoint != null) {
                text(out, accessPoint.ssid());
                text(out, accessPoint.password());
                out.writeByte(accessPoint.auth());
                out.writeByte(accessPoint.channel());
                out.writeBoolean(accessPoint.hidden());
                out.writeByte(accessPoint.maxStations());
                out.writeShort(accessPoint.beacon());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(text.length());
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads a record; null when it is none, whoever wrote it. */
    static WifiRecord decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return null;
            }
            int mode = in.readUnsignedByte();
            int phyMode = in.readUnsignedByte();
            boolean autoConnect = in.readBoolean();
            int limit = in.readUnsignedByte();
            int current = in.readUnsignedByte();
            int count = in.readUnsignedByte();
            List<StationConfig> known = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                known.add(new StationConfig(
                        text(in, StationConfig.MAX_SSID),
                        text(in, StationConfig.MAX_PASSWORD),
                        in.readBoolean() ? address(in) : null));
            }
            AccessPointConfig accessPoint = in.readBoolean() ? accessPoint(in) : null;
            boolean sound = mode <= Radio.BOTH
                    && phyMode >= Radio.PHY_B
                    && phyMode <= Radio.PHY_N
                    && limit >= 1
                    && limit <= WifiFlash.MOST_KNOWN
                    && count <= WifiFlash.MOST_KNOWN
                    && (current < count || current == 0);
            return sound ? new WifiRecord(mode, phyMode, autoConnect, limit, known, current, accessPoint) : null;
        } catch (IOException e) {
            // It ends too early, or a text is too long.
            return null;
        }
    }

    private static String text(DataInputStream in, int most) throws IOException {
        int length = in.readUnsignedByte();
        if (length > most) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static MacAddress address(DataInputStream in) throws IOException {
        long bits = 0;
        for (int i = 0; i < ADDRESS; i++) {
            bits = bits << 8 | in.readUnsignedByte();
        }
        return new MacAddress(bits);
    }

    private static AccessPointConfig accessPoint(DataInputStream in) throws IOException {
        return new AccessPointConfig(
                text(in, StationConfig.MAX_SSID),
                text(in, StationConfig.MAX_PASSWORD),
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readBoolean(),
                in.readUnsignedByte(),
                in.readUnsignedShort());
    }
}
