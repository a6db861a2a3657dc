package org.perilune.srcdiet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Resolves every name of a source: which variable it is, or that it is a global, a field, a method or a table key. */
final class ScopeAnalysis implements SyntaxEvents {
    private final List<Token> tokens;
    private final List<Variable> variables = new ArrayList<>();
    private final Map<Integer, Variable> variableAt = new HashMap<>();
    private final Map<Integer, NameRole> roles = new HashMap<>();
    /** Where each global is used, ascending. */
    private final Map<String, List<Integer>> globals = new TreeMap<>();
    /** For each name the visible variables, innermost first. */
    private final Map<String, Deque<Variable>> visible = new HashMap<>();
    /** The variables of each open block, innermost block first. */
    private final Deque<List<Variable>> blocks = new ArrayDeque<>();
    /** Declared and not yet visible. */
    private final List<Variable> pending = new ArrayList<>();

    private ScopeAnalysis(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Analyses a source, or says where it is no valid Lua. */
    static ScopeAnalysis of(LuaSource source, List<Token> tokens) {
        ScopeAnalysis analysis = new ScopeAnalysis(tokens);
        Parser.parse(source, tokens, analysis);
        return analysis;
    }

    /** All local variables in the order of their declaration. */
    List<Variable> variables() {
        return variables;
    }

    /** The local variable a name token declares or uses; null for any other token. */
    Variable variableAt(int token) {
        return variableAt.get(token);
    }

    /** What a name token means; null for a token that is no name. */
    NameRole roleAt(int token) {
        return roles.get(token);
    }

    Map<String, List<Integer>> globals() {
        return globals;
    }

    @Override
    public void openBlock() {
        blocks.push(new ArrayList<>());
    }

    @Override
    public void closeBlock(int at) {
        List<Variable> block = blocks.pop();
        for (int i = block.size() - 1; i >= 0; i--) {
            Variable variable = block.get(i);
            variable.visibleTo = at;
            visible.get(variable.name).pop();
        }
    }

    @Override
    public void declare(int name) {
        Variable variable = add(tokens.get(name).text(), name);
        variableAt.put(name, variable);
        roles.put(name, NameRole.LOCAL_DECLARATION);
    }

    @Override
    public void declareImplicit(String name) {
        add(name, Variable.IMPLICIT);
    }

    private Variable add(String name, int declaration) {
        Variable variable = new Variable(name, declaration, variables.size());
        variables.add(variable);
        pending.add(variable);
        return variable;
    }

    @Override
    public void activate(int from) {
        for (Variable variable : pending) {
            variable.visibleFrom = from;
            blocks.element().add(variable);
            visible.computeIfAbsent(variable.name, key -> new ArrayDeque<>()).push(variable);
        }
        pending.clear();
    }

    @Override
    public void variable(int name) {
        String text = tokens.get(name).text();
        Deque<Variable> candidates = visible.get(text);
        if (candidates == null || candidates.isEmpty()) {
            roles.put(name, NameRole.GLOBAL);
            globals.computeIfAbsent(text, key -> new ArrayList<>()).add(name);
        } else {
            Variable variable = candidates.element();
            variable.uses.add(name);
            variableAt.put(name, variable);
            roles.put(name, NameRole.LOCAL_USE);
        }
    }

    @Override
    public void member(int name, NameRole role) {
        roles.put(name, role);
    }
}
