package org.perilune.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A read-only table in flash: string keys, fixed values, no heap. All boards share one. */
public final class RoTable {
    private static final int TABLE_BASE = 0x40270000;

    private final String name;
    private final byte[][] keys;
    private final Object[] refs;
    private final double[] nums;
    private final int[] buckets;
    private final RoTable metatable;
    private final int address;

    private RoTable(Builder builder) {
        name = builder.name;
        keys = builder.keys.toArray(new byte[0][]);
        refs = builder.refs.toArray();
        for (int i = 0; i < refs.length; i++) {
            if (refs[i] == Builder.SELF) {
                refs[i] = this;
            }
        }
        nums = new double[refs.length];
        for (int i = 0; i < nums.length; i++) {
            nums[i] = builder.nums.get(i);
        }
        metatable = builder.metatable;
        address = TABLE_BASE + (name.hashCode() & 0xfff8) * 4;
        buckets = new int[Integer.highestOneBit(Math.max(1, keys.length)) * 4];
        for (int i = keys.length - 1; i >= 0; i--) {
            int slot = LuaString.hash(keys[i], 0, keys[i].length);
            while (buckets[slot & (buckets.length - 1)] != 0) {
                slot++;
            }
            buckets[slot & (buckets.length - 1)] = i + 1;
        }
    }

    /** Entry of a key, or -1. */
    public int find(LuaString key) {
        int mask = buckets.length - 1;
        for (int slot = key.hash; ; slot++) {
            int entry = buckets[slot & mask] - 1;
            if (entry < 0) {
                return -1;
            }
            byte[] candidate = keys[entry];
            if (key.holds(candidate, 0, candidate.length)) {
                return entry;
            }
        }
    }

    /** Value's reference at an entry. */
    public Object ref(int entry) {
        return refs[entry];
    }

    /** Value's number at an entry. */
    public double num(int entry) {
        return nums[entry];
    }

    /** Key at an entry. */
    public byte[] key(int entry) {
        return keys[entry];
    }

    /** Number of entries. */
    public int size() {
        return keys.length;
    }

    /** Its metatable, or null. */
    public RoTable metatable() {
        return metatable;
    }

    /** Where it lies in flash; the same in every run. */
    public int address() {
        return address;
    }

    /** How reports call it. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Begins a table.
     *
     * @param name how reports call it
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects a table's entries in the order in which {@code pairs} will give them. */
    public static final class Builder {
        private static final Object SELF = new Object();

        private final String name;
        private final List<byte[]> keys = new ArrayList<>();
        private final List<Object> refs = new ArrayList<>();
        private final List<Double> nums = new ArrayList<>();
        private RoTable metatable;

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a native function. */
        public Builder function(String key, NativeCode code) {
            return value(key, new LightFunction(name + "." + key, code));
        }

        /** Adds a number. */
        public Builder number(String key, double value) {
            return entry(key, Value.NUMBER, value);
        }

        /** Adds a value that lies in flash: a {@link LightFunction}, {@link RoTable}, {@link Boolean} or pointer. */
        public Builder value(String key, Object flashValue) {
            return entry(key, flashValue, 0);
        }

        /** Adds an entry that holds the table itself. */
        public Builder self(String key) {
            return entry(key, SELF, 0);
        }

        /** Adds the key and the value of another table's entry. */
        public Builder copy(RoTable other, int entry) {
            return entry(other.keys[entry], other.refs[entry], other.nums[entry]);
        }

        private Builder entry(String key, Object ref, double num) {
            return entry(key.getBytes(StandardCharsets.ISO_8859_1), ref, num);
        }

        private Builder entry(byte[] key, Object ref, double num) {
            keys.add(key);
            refs.add(ref);
            nums.add(num);
            return this;
        }

        /** Gives the table a metatable in flash. */
        public Builder metatable(RoTable table) {
            metatable = table;
            return this;
        }

        public RoTable build() {
            return new RoTable(this);
        }
    }
}
