package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameLocalsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    local long=1 f(long) | local a=1 f(a)
                    local one=1 local two=2 f(one,two) | local a=1 local b=2 f(a,b)
                    local one=1 f(one)local two=2 f(two) | local a=1 f(a)local a=2 f(a)
                    local _,ip=f()g(ip) | local a,a=f()g(a)
                    local long=1 f(a,long) | local b=1 f(a,b)
                    local long=1 f(long)do a()end | local b=1 f(b)do a()end
                    a()local long=1 f(long) | a()local a=1 f(a)
                    local long=a f(long) | local a=a f(a)
                    function m:f(x)return self,x end | function m:f(a)return self,a end
                    function m.f(self)return self end | function m.f(a)return a end
                    function f(...)local arg=arg return arg end | function f(...)local a=arg return a end
                    local function fact(n)return n*fact(n-1)end | local function b(a)return a*b(a-1)end
                    local t={t=1}t.t=t | local a={t=1}a.t=a
                    local x=1 do local y=2 f(x)end | local a=1 do local b=2 f(a)end
                    local x=1 f(x)do local y=2 f(y)end | local a=1 f(a)do local a=2 f(a)end
                    for k,v in pairs(t)do f(v)end | for a,a in pairs(t)do f(a)end
                    """)
    void localsGetShortNamesThatChangeNothing(String text, String expected) {
        assertEquals(expected, Sources.minify(text, DietLevel.DEFAULT));
    }

    @Test
    void theMostUsedVariableGetsTheShortestNameWhenThereAreMany() {
        StringBuilder text = new StringBuilder();
        StringBuilder use = new StringBuilder("f(");
        for (int i = 0; i < 60; i++) {
            text.append("local variable").append(i).append("=0 ");
            use.append("variable").append(i).append(',');
        }
        text.append(use).append("variable59,variable59)");
        String result = Sources.minify(text.toString(), DietLevel.DEFAULT);
        assertTrue(result.endsWith(",a,a,a)"), result);
        assertTrue(result.contains("local aa=0"), result);
    }

    @Test
    void reservedWordsAreNeverGivenAway() {
        NameSequence names = new NameSequence();
        for (int i = 0; i < 100_000; i++) {
            String name = names.next();
            assertTrue(Keywords.isName(name), name);
        }
    }

    @Test
    void renamingsTellWhatBecameOfTheNames() {
        DietResult result = Minifier.minify(Sources.of("\nlocal long = 1\nf(long)"), DietLevel.DEFAULT, Sources.JUDGE);
        assertEquals("[Renaming[line=2, from=long, to=a]]", result.renamings().toString());
    }
}
