package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perilune.board.BoardConfig;
import org.perilune.board.Clock;
import org.perilune.board.standard.StandardBoards;
import org.perilune.fastload.FastBundle;
import org.perilune.fastload.FastPiece;
import org.perilune.srcdiet.BoardCompiler;
import org.perilune.srcdiet.DietLevel;
import org.perilune.srcdiet.FastSource;
import org.perilune.srcdiet.Piece;
import picocli.CommandLine.Option;

/** What the commands that start a board let the user choose of it. */
final class BoardOptions {
    private static final int MAX_PORT = 65535;

    @Option(
            names = "--heap",
            paramLabel = "N",
            converter = ByteCount.class,
            description = "what =node.heap() says at the first prompt, such as 44K (default: "
                    + BoardConfig.DEFAULT_HEAP + ")")
    private Integer heap;

    @Option(
            names = "--fast",
            paramLabel = "FILE|DIR",
            description = "adds your own modules to fast, before the bundled ones of the same name; repeatable")
    private List<Path> fast = new ArrayList<>();

    @Option(
            names = "--wifi",
            paramLabel = "SSID:PASSWORD",
            description = "the access point in reach (default: any name and password are taken)")
    private String wifi;

    @Option(
            names = "--ip",
            paramLabel = "ADDR",
            converter = OwnAddress.class,
            description = "the board's own address: 127.x.y.z or one of this machine's (default: ${DEFAULT-VALUE})")
    private String ip = "127.0.0.1";

    @Option(
            names = "--map",
            paramLabel = "HOSTPORT:BOARDPORT",
            description = "where a port of the board listens on the host; repeatable (default: a port below 1024 at"
                    + " 10000 more, any other at itself)")
    private List<String> maps = new ArrayList<>();

    @Option(names = "--compat", description = "calls that today's firmware has dropped are still there")
    private boolean compat;

    private enum Allocator {
        /** Only the sum of all blocks counts. */
        SUM,
        /** Blocks are placed as the device places them. */
        PLACE
    }

    @Option(
            names = "--allocator",
            paramLabel = "KIND",
            description = "sum: only the sum of all blocks counts; place: blocks lie as the device's allocator places"
                    + " them, and the heap can be fragmented (default: sum)")
    private Allocator allocator = Allocator.SUM;

    /** The heap that was asked for, or null. */
    Integer heapGiven() {
        return heap;
    }

    BoardConfig config(Clock clock) {
        BoardConfig config = BoardConfig.standard(clock)
                .withIp(ip)
                .withCompat(compat)
                .withEcho(false)
                .withPlacing(allocator == Allocator.PLACE);
        if (heap != null) {
            config = config.withHeap(heap);
        }
        if (wifi != null) {
            int colon = wifi.indexOf(':');
            if (colon < 1) {
                throw Failure.usage("--wifi takes SSID:PASSWORD, not '" + wifi + "'");
            }
            config = config.withAccessPoint(wifi.substring(0, colon), wifi.substring(colon + 1));
        }
        for (String map : maps) {
            config = withMap(config, map);
        }
        return config;
    }

    private static BoardConfig withMap(BoardConfig config, String map) {
        if (map.matches("[0-9]{1,5}:[0-9]{1,5}")) {
            int colon = map.indexOf(':');
            int hostPort = Integer.parseInt(map.substring(0, colon));
            int boardPort = Integer.parseInt(map.substring(colon + 1));
            if (hostPort <= MAX_PORT && boardPort <= MAX_PORT && boardPort > 0) {
                return config.withPort(hostPort, boardPort);
            }
        }
        throw Failure.usage("--map takes HOSTPORT:BOARDPORT, two ports up to 65535, not '" + map + "'");
    }

    /** What makes boards whose {@code fast} has the user's own modules, too. */
    StandardBoards boards() {
        return new StandardBoards(fastBundle(), complaint -> System.err.println("perilune: " + complaint));
    }

    private FastBundle fastBundle() {
        FastBundle bundle = FastBundle.bundled();
        for (Path path : fast) {
            if (!Files.exists(path)) {
                throw Failure.usage(path + ": no such file or folder");
            }
            try {
                bundle = bundle.with(FastSource.prepare(path, DietLevel.MAXIMUM, new BoardCompiler()).stream()
                        .map(prepared -> piece(prepared.piece()))
                        .toList());
            } catch (IOException e) {
                throw Failure.usage(path + ": " + HostFiles.reason(e));
            }
        }
        return bundle;
    }

    private static FastPiece piece(Piece piece) {
        return new FastPiece(piece.name(), piece.module(), piece.first(), piece.bytes());
    }
}
