package org.perilune.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Names of tests, for messages and baselines. */
final class TestNames {
    private static final String ONE_OF_MANY = "test-template-invocation";

    private TestNames() {}

    /** {@code package.Class.method}, with the display name in brackets when the method runs several times. */
    static String of(ExtensionContext context) {
        String name = context.getRequiredTestClass().getName() + "."
                + context.getRequiredTestMethod().getName();
        if (context.getUniqueId().contains(ONE_OF_MANY)) {
            name += "(" + context.getDisplayName() + ")";
        }
        return name.replaceAll("\\p{Cntrl}", " ");
    }
}
