package org.perilune.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a fresh {@link TestBoard}, at its first prompt, as parameter. On a method it makes the method a test; on a
 * class it serves all tests of the class, parameterised ones too. All parameters of one test, those of its set-up
 * methods included, are the same board.
 *
 * <p>Where the class path has a {@code heap.baseline}, the test's heap figures must be those of its line there.
 */
@Documented
@Test
@ExtendWith(BoardExtension.class)
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface BoardTest {
    /** Device bytes free at the first prompt; 0 for what a usual board has. */
    int heap() default 0;

    /** Folder on the class path with the board's files; none by default. */
    String files() default "";

    /** Lua source, or folder of them, on the class path, added to {@code fast}; only the bundled modules by default. */
    String fast() default "";

    /**
     * What the board finds in LFS, on the class path: a built image, or a Lua source or folder of them to build one from;
     * nothing by default.
     */
    String lfs() default "";
}
