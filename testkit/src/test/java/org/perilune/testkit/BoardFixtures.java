package org.perilune.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that {@link BoardExtensionTest} runs; some are meant to fail. */
final class BoardFixtures {
    private BoardFixtures() {}

    static class Fresh {
        private TestBoard ofSetUp;

        @BeforeEach
        void setUp(TestBoard board) {
            ofSetUp = board;
            assertEquals("nil\n", board.run("print(x)"));
        }

        @BoardTest
        void first(TestBoard board) {
            assertSame(ofSetUp, board);
            board.run("x = 1");
        }

        @BoardTest
        void second(TestBoard board) {
            first(board);
        }
    }

    static class Filled {
        @BoardTest(files = "boards/blink")
        void files(TestBoard board) {
            board.advance(Duration.ofSeconds(10));
            assertEquals("10\n", board.run("print(blinks)"));
        }

        @BoardTest(fast = "boards/fast")
        void fast(TestBoard board) {
            assertEquals("5\n", board.run("print(fast.add(2, 3))"));
        }

        @BoardTest(heap = 30_000)
        void heap(TestBoard board) {
            board.output();
            board.type("=node.heap()").expect("30000\n");
        }
    }

    static class Misspelt {
        @BoardTest(files = "boards/blimk")
        void misspelt(TestBoard board) {
            board.run("");
        }
    }

    @BoardTest
    static class Parameterized {
        @ParameterizedTest(name = "{0}")
        @ValueSource(ints = {1, 2})
        void prints(int number, TestBoard board) {
            assertEquals(number + "\n", board.run("print(" + number + ")"));
        }
    }

    static class Budgets {
        @BoardTest
        @HeapBudget(live = 10_000, peak = 20_000)
        void kept(TestBoard board) {
            board.run("t = {1, 2, 3}");
        }

        @BoardTest
        @HeapBudget(live = 10)
        void tooMuchLive(TestBoard board) {
            board.run("t = {1, 2, 3}");
        }

        @BoardTest
        @HeapBudget(peak = 100)
        void tooHighPeak(TestBoard board) {
            board.run("local t = {1, 2, 3, 4, 5, 6, 7, 8}");
        }

        @BoardTest
        @HeapBudget(live = 10)
        void failsFirst(TestBoard board) {
            board.run("t = {1, 2, 3}");
            throw new AssertionError("own failure");
        }
    }

    static class Measured {
        @BoardTest
        void idle(TestBoard board) {
            board.output();
        }

        @BoardTest
        void table(TestBoard board) {
            board.run("t = {1, 2, 3}");
        }
    }
}
