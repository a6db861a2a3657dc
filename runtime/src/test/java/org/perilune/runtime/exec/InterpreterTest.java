package org.perilune.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Value;

/** The language without libraries: what chunks return. */
class InterpreterTest {
    private final Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(1 << 30));
    private final LuaState lua = LuaState.newMachine(heap);

    /** Runs a chunk and joins what it returns, or tells its error. */
    private String run(String source) {
        byte[][] parts = {source.getBytes(StandardCharsets.ISO_8859_1), null};
        int[] next = {0};
        lua.setTop(0);
        int status = lua.load(() -> parts[next[0]++], "=t");
        if (status == Status.OK) {
            status = lua.protectedCall(0, LuaState.ALL, 0);
        }
        String values =
                IntStream.rangeClosed(1, lua.argCount()).mapToObj(this::show).collect(Collectors.joining(" "));
        return status == Status.OK ? values : "error: " + values;
    }

    private String show(int index) {
        Object value = lua.refAt(index);
        return value == Value.NUMBER ? NumberText.format(lua.numAt(index)) : String.valueOf(value);
    }

    private void everywhere(String expected, String source) {
        assertEquals(expected, run(source));
        heap.mode(Heap.ALWAYS, 0);
        assertEquals(expected, run(source), "collecting at every allocation");
        heap.mode(0, 0);
    }

    @Test
    void arithmeticFollowsPrecedence() {
        everywhere("7 -4 256 2 -2.5", "return 1+2*3, -2^2, 2^2^3, 7%5 , -5/2");
    }

    @Test
    void stringsAreJoinedAndNumbersConverted() {
        everywhere("a1b 1020 15", "return 'a'..1 ..'b', 10 ..20, '10'+5");
    }

    @Test
    void closuresShareTheirVariables() {
        everywhere(
                "3 11 12",
                "local function c() local n=0 return function() n=n+1 return n end end "
                        + "local a,b=c(),c() a() a() local x=a() for i=1,10 do b() end return x,b(),b()");
    }

    @Test
    void loopsMakeFreshVariables() {
        everywhere("1 2 3", "local t={} for i=1,3 do t[i]=function() return i end end return t[1](),t[2](),t[3]()");
    }

    @Test
    void manyArgumentsAndResultsTravel() {
        everywhere(
                "3 null 2 1",
                "local function f(...) local a,b,c=... return c,... end local a,b,c=f(nil,2,3) return a,b,c,1");
    }

    @Test
    void tailCallsNeedNoStack() {
        everywhere("done", "local function f(n) if n==0 then return 'done' end return f(n-1) end return f(100000)");
    }

    @Test
    void deepRecursionIsAnErrorNotACrash() {
        assertEquals("error: t:1: stack overflow", run("local function f() return 1+f() end return f()"));
    }

    @Test
    void errorsNameGlobalsFieldsAndMethods() {
        assertEquals("error: t:1: attempt to call global 'nothing' (a nil value)", run("nothing()"));
        assertEquals("error: t:2: attempt to index field 'x' (a nil value)", run("local t={}\nt.x.y=1"));
        assertEquals("error: t:1: attempt to call method 'm' (a nil value)", run("local t={} t:m()"));
        assertEquals("error: t:1: attempt to perform arithmetic on a nil value", run("local a return a+1"));
    }

    @Test
    void longConstructorsAndManyConstantsWork() {
        String items = IntStream.range(0, 700).mapToObj(i -> "'k" + i + "'").collect(Collectors.joining(","));
        everywhere("700 k699", "local t={" + items + "} return #t,t[700]");
    }

    @Test
    void nativeFunctionsAreCalledAndMayFail() {
        lua.push(new LightFunction("twice", (NativeFunction) l -> {
            l.push(Arguments.number(l, 1) * 2);
            return 1;
        }));
        lua.setGlobal("twice");
        everywhere("42", "return twice(21)");
        assertEquals("error: t:1: bad argument #1 to 'twice' (number expected, got no value)", run("return twice()"));
    }

    @Test
    void everyTypeCanBeAKey() {
        everywhere(
                "1 2 3 4 5",
                "local t,f={},function() end t[f]=1 t[true]=2 t[1.5]=3 t['s']=4 t[t]=5 "
                        + "return t[f],t[true],t[1.5],t.s,t[t]");
    }

    @Test
    void resultsAreTheSameHoweverOftenTheCollectorRuns() {
        String source = "local t={} for i=1,200 do t[i]={name='n'..i,next=t[i-1]} end "
                + "local s='' local p=t[200] while p do s=s..#p.name p=p.next end return #s,s";
        heap.mode(0, 0);
        String lazily = run(source);
        heap.mode(Heap.ALWAYS, 0);
        assertEquals(lazily, run(source));
        assertEquals(Arrays.asList(true), Arrays.asList(lazily.startsWith("200 ")));
    }
}
