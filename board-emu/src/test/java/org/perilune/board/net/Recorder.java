package org.perilune.board.net;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Notes all that happens to a connection. */
class Recorder implements ConnectionEvents {
    final List<String> events = new ArrayList<>();
    final List<Integer> segments = new ArrayList<>();
    final ByteArrayOutputStream data = new ByteArrayOutputStream();
    int sent;
    int ended = Integer.MAX_VALUE;

    @Override
    public void connected() {
        events.add("connected");
    }

    @Override
    public void received(byte[] segment) {
        events.add("received");
        segments.add(segment.length);
        data.writeBytes(segment);
    }

    @Override
    public void sent(int bytes) {
        events.add("sent");
        sent += bytes;
    }

    @Override
    public void closed(int code) {
        events.add("closed");
        ended = code;
    }

    boolean isEnded() {
        return ended != Integer.MAX_VALUE;
    }
}
