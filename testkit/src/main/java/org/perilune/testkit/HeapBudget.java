package org.perilune.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test's program may cost, in device bytes above the first prompt (or above {@link TestBoard#mark}); the test fails
 * when it costs more. On a class it holds for each test by itself.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface HeapBudget {
    /** Most bytes in use when the test ends, its garbage collected. */
    int live() default Integer.MAX_VALUE;

    /** Most bytes in use at any time. */
    int peak() default Integer.MAX_VALUE;
}
