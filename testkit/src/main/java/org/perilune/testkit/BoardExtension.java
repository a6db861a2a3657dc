package org.perilune.testkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the boards of {@link BoardTest}, and holds what they cost against {@link HeapBudget} and the baseline. */
final class BoardExtension implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace NAMESPACE = Namespace.create(BoardTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestBoard.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes the board after the test.
        return store(context).getOrComputeIfAbsent(TestBoard.class, type -> boot(context), TestBoard.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        TestBoard board = store(context).get(TestBoard.class, TestBoard.class);
        if (board == null || !board.isOn() || context.getExecutionException().isPresent()) {
            return;
        }
        HeapFigures figures = board.heapFigures();
        annotation(context, HeapBudget.class).ifPresent(budget -> check(figures, budget, context));
        HeapBaseline baseline = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(HeapBaseline.class, type -> HeapBaseline.of(context), HeapBaseline.class);
        baseline.check(TestNames.of(context), figures);
    }

    private static void check(HeapFigures figures, HeapBudget budget, ExtensionContext context) {
        if (figures.live() > budget.live() || figures.peak() > budget.peak()) {
            throw new AssertionError(TestNames.of(context) + " exceeds its heap budget: live "
                    + compare(figures.live(), budget.live()) + ", peak " + compare(figures.peak(), budget.peak()));
        }
    }

    private static String compare(long bytes, int budget) {
        return budget == Integer.MAX_VALUE ? bytes + " bytes" : bytes + " of " + budget + " bytes";
    }

    private static TestBoard boot(ExtensionContext context) {
        TestBoardBuilder builder = TestBoard.builder();
        BoardTest wanted = annotation(context, BoardTest.class)
                .orElseThrow(() -> new ExtensionConfigurationException("no @BoardTest on the test or its class"));
        if (wanted.heap() != 0) {
            builder.heap(wanted.heap());
        }
        if (!wanted.files().isEmpty()) {
            builder.files(resource(wanted.files(), context));
        }
        if (!wanted.fast().isEmpty()) {
            builder.fast(resource(wanted.fast(), context));
        }
        if (!wanted.lfs().isEmpty()) {
            builder.lfs(resource(wanted.lfs(), context));
        }
        return builder.boot();
    }

    private static Path resource(String name, ExtensionContext context) {
        URL url = context.getRequiredTestClass().getClassLoader().getResource(name);
        String test = TestNames.of(context);
        if (url == null) {
            throw new ExtensionConfigurationException(test + ": no '" + name + "' on the class path");
        }
        try {
            URI uri = url.toURI();
            if ("file".equals(uri.getScheme())) {
                return Path.of(uri);
            }
        } catch (URISyntaxException e) {
            throw new ExtensionConfigurationException(test + ": " + url, e);
        }
        throw new ExtensionConfigurationException(test + ": '" + name + "' must lie in a folder, not in " + url);
    }

    /** The method's annotation, or else that of its class or a class around it. */
    private static <A extends java.lang.annotation.Annotation> Optional<A> annotation(
            ExtensionContext context, Class<A> type) {
        Optional<A> found = AnnotationSupport.findAnnotation(context.getTestMethod(), type);
        for (Class<?> at = context.getRequiredTestClass(); found.isEmpty() && at != null; at = at.getEnclosingClass()) {
            found = AnnotationSupport.findAnnotation(at, type);
        }
        return found;
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
