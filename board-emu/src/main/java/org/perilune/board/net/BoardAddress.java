package org.perilune.board.net;

import org.perilune.board.BoardConfig;
import org.perilune.board.BoardException;

/** The address that a board is configured to have. */
public final class BoardAddress {
    private BoardAddress() {}

    public static Ipv4 of(BoardConfig config) {
        Ipv4 address = Ipv4.parse(config.ip());
        if (address == null || address.isAny()) {
            throw new BoardException("'" + config.ip() + "' is no IPv4 address that a board can have");
        }
        return address;
    }
}
