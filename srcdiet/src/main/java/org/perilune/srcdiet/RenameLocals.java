package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives local variables the shortest names. Two variables may share a name unless one would hide the other where that one
 * is still used; so few names serve, and those most used get the shortest. Names nobody declares (the {@code self} of a
 * method, the {@code arg} of a vararg function, globals) keep theirs and are never hidden where they are used.
 */
final class RenameLocals implements Pass {
    private final Consumer<Renaming> report;

    RenameLocals(Consumer<Renaming> report) {
        this.report = report;
    }

    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        ScopeAnalysis scopes = ScopeAnalysis.of(source, tokens);
        Map<Variable, String> names = choose(scopes);
        List<Token> result = new ArrayList<>(tokens);
        for (Variable variable : scopes.variables()) {
            if (variable.isImplicit()) {
                continue;
            }
            String name = names.get(variable);
            rename(result, variable.declaration, name);
            variable.uses.forEach(use -> rename(result, use, name));
            if (!name.equals(variable.name)) {
                int line =
                        source.lines().fileLine(tokens.get(variable.declaration).line());
                report.accept(new Renaming(line, variable.name, name));
            }
        }
        return result;
    }

    private static void rename(List<Token> tokens, int at, String name) {
        tokens.set(at, tokens.get(at).withText(name));
    }

    private static Map<Variable, String> choose(ScopeAnalysis scopes) {
        Map<String, List<Variable>> owners = new HashMap<>();
        Map<Variable, String> names = new HashMap<>();
        List<Variable> open = new ArrayList<>();
        for (Variable variable : scopes.variables()) {
            if (variable.isImplicit()) {
                owners.computeIfAbsent(variable.name, key -> new ArrayList<>()).add(variable);
            } else {
                open.add(variable);
            }
        }
        open.sort(Comparator.comparingInt(Variable::occurrences).reversed().thenComparingInt(v -> v.order));
        for (Variable variable : open) {
            String name = firstFree(variable, owners, scopes.globals());
            names.put(variable, name);
            owners.computeIfAbsent(name, key -> new ArrayList<>()).add(variable);
        }
        return names;
    }

    private static String firstFree(
            Variable variable, Map<String, List<Variable>> owners, Map<String, List<Integer>> globals) {
        NameSequence candidates = new NameSequence();
        String name;
        do {
            name = candidates.next();
        } while (!isFree(name, variable, owners, globals));
        return name;
    }

    private static boolean isFree(
            String name, Variable variable, Map<String, List<Variable>> owners, Map<String, List<Integer>> globals) {
        List<Integer> uses = globals.getOrDefault(name, List.of());
        return !Variable.anyIn(uses, variable.visibleFrom, variable.visibleTo)
                && owners.getOrDefault(name, List.of()).stream().noneMatch(variable::clashesWith);
    }
}
