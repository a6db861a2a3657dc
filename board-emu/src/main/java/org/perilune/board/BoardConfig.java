package org.perilune.board;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What kind of board it is and how it is tied to the host. Immutable; {@link #standard} is the start, each {@code with}
 * gives a changed copy.
 *
 * @param heap device bytes free at the first prompt, as {@code node.heap()} says there
 * @param clock the board's time
 * @param chipId what {@code node.chipid()} says
 * @param flashSize bytes of its flash chip
 * @param ip the host's address that is the board's own
 * @param accessPoints passwords of the wireless networks in reach, by name
 * @param ports host ports of the board's listening ports, where not the default
 * @param seed of everything random
 * @param echo whether the serial line echoes what is typed
 * @param prompt whether the prompt is shown, for somebody who types
 * @param compat whether calls that the firmware dropped are still there
 * @param placing whether blocks of the heap are placed as the device's allocator places them, so that the heap can be
 *     fragmented; otherwise only their sum counts
 */
public record BoardConfig(
        int heap,
        Clock clock,
        int chipId,
        int flashSize,
        String ip,
        Map<String, String> accessPoints,
        Map<Integer, Integer> ports,
        long seed,
        boolean echo,
        boolean prompt,
        boolean compat,
        boolean placing) {

    /** Free heap of an idle board in public reports. */
    public static final int DEFAULT_HEAP = 40616;

    private static final int DEFAULT_CHIP_ID = 0x5ee1a0;
    private static final int FOUR_MEGABYTES = 4 << 20;
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final int PRIVILEGED_PORT_OFFSET = 10_000;

    public BoardConfig {
        Objects.requireNonNull(clock);
        accessPoints = Map.copyOf(accessPoints);
        ports = Map.copyOf(ports);
        if (heap < 0) {
            throw new BoardException("a heap cannot have " + heap + " bytes");
        }
    }

    /** A board as most people have it. */
    public static BoardConfig standard(Clock clock) {
        return new BoardConfig(
                DEFAULT_HEAP,
                clock,
                DEFAULT_CHIP_ID,
                FOUR_MEGABYTES,
                "127.0.0.1",
                Map.of(),
                Map.of(),
                1,
                true,
                true,
                false,
                false);
    }

    /** The host's port on which the board's port listens. */
    public int hostPort(int boardPort) {
        int byDefault =
                boardPort > 0 && boardPort < FIRST_UNPRIVILEGED_PORT ? boardPort + PRIVILEGED_PORT_OFFSET : boardPort;
        return ports.getOrDefault(boardPort, byDefault);
    }

    public BoardConfig withHeap(int bytes) {
        return new BoardConfig(
                bytes, clock, chipId, flashSize, ip, accessPoints, ports, seed, echo, prompt, compat, placing);
    }

    public BoardConfig withChipId(int id) {
        return new BoardConfig(
                heap, clock, id, flashSize, ip, accessPoints, ports, seed, echo, prompt, compat, placing);
    }

    public BoardConfig withFlashSize(int bytes) {
        return new BoardConfig(
                heap, clock, chipId, bytes, ip, accessPoints, ports, seed, echo, prompt, compat, placing);
    }

    public BoardConfig withIp(String address) {
        return new BoardConfig(
                heap, clock, chipId, flashSize, address, accessPoints, ports, seed, echo, prompt, compat, placing);
    }

    /** Puts one more wireless network in reach; an open one has an empty password. */
    public BoardConfig withAccessPoint(String name, String password) {
        Map<String, String> more = new HashMap<>(accessPoints);
        more.put(name, password);
        return new BoardConfig(heap, clock, chipId, flashSize, ip, more, ports, seed, echo, prompt, compat, placing);
    }

    /** Lets a port of the board listen on a port of the host; 0 takes any that is free. */
    public BoardConfig withPort(int hostPort, int boardPort) {
        Map<Integer, Integer> more = new HashMap<>(ports);
        more.put(boardPort, hostPort);
        return new BoardConfig(
                heap, clock, chipId, flashSize, ip, accessPoints, more, seed, echo, prompt, compat, placing);
    }

    public BoardConfig withSeed(long number) {
        return new BoardConfig(
                heap, clock, chipId, flashSize, ip, accessPoints, ports, number, echo, prompt, compat, placing);
    }

    public BoardConfig withEcho(boolean on) {
        return new BoardConfig(
                heap, clock, chipId, flashSize, ip, accessPoints, ports, seed, on, prompt, compat, placing);
    }

    public BoardConfig withPrompt(boolean on) {
        return new BoardConfig(
                heap, clock, chipId, flashSize, ip, accessPoints, ports, seed, echo, on, compat, placing);
    }

    public BoardConfig withCompat(boolean on) {
        return new BoardConfig(
                heap, clock, chipId, flashSize, ip, accessPoints, ports, seed, echo, prompt, on, placing);
    }

    public BoardConfig withPlacing(boolean on) {
        return new BoardConfig(heap, clock, chipId, flashSize, ip, accessPoints, ports, seed, echo, prompt, compat, on);
    }
}
