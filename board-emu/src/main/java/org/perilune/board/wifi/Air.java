package org.perilune.board.wifi;

import java.util.List;
import java.util.Map;

/** The networks around the board: those configured, or, when none is, whichever the program asks for. */
final class Air {
    private static final String DEFAULT_NAME = "perilune";

    private final Map<String, String> passwords;

    /** @param passwords by name of the network */
    Air(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /** The network of a name, or null. */
    AirNetwork find(String name) {
        if (passwords.isEmpty()) {
            return new AirNetwork(name, null);
        }
        String password = passwords.get(name);
        return password == null ? null : new AirNetwork(name, password);
    }

    /**
     * What a scan finds.
     *
     * @param wanted network that the station is set to, empty for none
     */
    List<AirNetwork> scan(String wanted) {
        if (passwords.isEmpty()) {
            return List.of(find(wanted.isEmpty() ? DEFAULT_NAME : wanted));
        }
        return passwords.keySet().stream().sorted().map(this::find).toList();
    }
}
