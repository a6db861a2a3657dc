package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A client's connection without a socket, in time that stands still. */
final class TestClient {
    private final EmbeddedChannel channel;

    TestClient(Reception reception) {
        channel = new EmbeddedChannel(new TelnetPipeline(reception, new Troubles(complaint -> {
            throw new AssertionError(complaint);
        })));
        channel.freezeTime();
    }

    /** A client that is logged in and has read all there was. */
    static TestClient loggedIn(Reception reception) {
        TestClient client = new TestClient(reception);
        client.type("perilune\r\nsecret\r\n");
        client.settle();
        client.sent();
        return client;
    }

    EmbeddedChannel channel() {
        return channel;
    }

    TestClient type(String latin1) {
        channel.writeInbound(Unpooled.copiedBuffer(latin1, StandardCharsets.ISO_8859_1));
        channel.runPendingTasks();
        return this;
    }

    TestClient send(int... bytes) {
        ByteBuf buffer = Unpooled.buffer();
        for (int b : bytes) {
            buffer.writeByte(b);
        }
        channel.writeInbound(buffer);
        channel.runPendingTasks();
        return this;
    }

    void settle() {
        channel.runPendingTasks();
    }

    void pass(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    /** All bytes that were sent to the client since this was asked last. */
    String sent() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.ISO_8859_1));
            part.release();
        }
        return text.toString();
    }

    TestClient expect(String text) {
        assertEquals(text, sent());
        return this;
    }
}
