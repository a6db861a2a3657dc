package org.perilune.srcdiet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes neighbouring {@code local} statements as one: {@code local a=1 local b=2} becomes {@code local a,b=1,2}. */
final class MergeLocals implements Pass {
    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        List<Token> result = tokens;
        while (true) {
            List<LocalGroup> groups = new Finder(ScopeAnalysis.of(source, result)).find(source, result);
            if (groups.isEmpty()) {
                return result;
            }
            TokenEdits edits = new TokenEdits(result);
            for (LocalGroup group : groups) {
                edits.replace(group.from(), group.to(), group.merged(result));
            }
            result = edits.apply();
        }
    }

    /** A block being read. */
    private static final class Block {
        private final boolean mergeable;
        /** The group being collected, null between groups. */
        private LocalGroup group;

        Block(boolean mergeable) {
            this.mergeable = mergeable;
        }
    }

    /** Finds the groups of a source that are not inside another group; those wait for the next round. */
    private static final class Finder implements SyntaxEvents {
        private final ScopeAnalysis scopes;
        private final List<LocalGroup> found = new ArrayList<>();
        /** The open blocks, innermost first. */
        private final Deque<Block> blocks = new ArrayDeque<>();

        private boolean surplus;

        Finder(ScopeAnalysis scopes) {
            this.scopes = scopes;
        }

        List<LocalGroup> find(LuaSource source, List<Token> tokens) {
            Parser.parse(source, tokens, this);
            return found;
        }

        @Override
        public void surplusValues() {
            surplus = true;
        }

        @Override
        public void openBlock() {
            boolean outer = blocks.isEmpty() || blocks.element().mergeable;
            blocks.push(new Block(outer && !surplus));
            surplus = false;
        }

        @Override
        public void closeBlock(int at) {
            otherStatement();
            blocks.pop();
        }

        @Override
        public void otherStatement() {
            LocalGroup group = blocks.element().group;
            if (group != null && group.isWorthwhile()) {
                // Groups are found when they end, so those inside this one are the last ones.
                while (!found.isEmpty() && found.get(found.size() - 1).from() > group.from()) {
                    found.remove(found.size() - 1);
                }
                found.add(group);
            }
            blocks.element().group = null;
        }

        @Override
        public void localStatement(LocalStatement statement) {
            Block block = blocks.element();
            boolean taken = block.group != null && block.group.accept(statement, scopes);
            if (!taken) {
                otherStatement();
                block.group = block.mergeable ? new LocalGroup(statement) : null;
            }
        }
    }
}
