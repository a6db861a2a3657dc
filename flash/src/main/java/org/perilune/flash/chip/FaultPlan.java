package org.perilune.flash.chip;

import java.util.BitSet;

/**
 * What shall go wrong with a chip. Operations are program and erase commands, counted from 1 when the plan is given to
 * the chip. Plans do not change: each method gives a new one.
 */
public final class FaultPlan {
    /** When, in the operation chosen, the power goes. */
    public enum Moment {
        /** The operation leaves no trace. */
        BEFORE,
        /** The operation is done in part: some of the bits it should change have changed. */
        DURING,
        /** The operation is done, and nobody learns of it. */
        AFTER
    }

    private static final FaultPlan NONE = new FaultPlan(0, Moment.BEFORE, 0, new BitSet(), Integer.MAX_VALUE);

    /** Operation at which the power goes; 0 for never. */
    private final long cutAt;

    private final Moment moment;
    /** Chooses the bits that a half-done operation changed. */
    private final long seed;

    private final BitSet badSectors;
    /** Erasures a sector survives. */
    private final int endurance;

    private FaultPlan(long cutAt, Moment moment, long seed, BitSet badSectors, int endurance) {
        this.cutAt = cutAt;
        this.moment = moment;
        this.seed = seed;
        this.badSectors = badSectors;
        this.endurance = endurance;
    }

    /** Nothing goes wrong. */
    public static FaultPlan none() {
        return NONE;
    }

    /** Cuts the power at one operation. */
    public FaultPlan cutPower(long operation, Moment when, long randomSeed) {
        return new FaultPlan(operation, when, randomSeed, badSectors, endurance);
    }

    /** Lets a sector refuse to be programmed or erased; it can still be read. */
    public FaultPlan failSector(int sector) {
        BitSet bad = (BitSet) badSectors.clone();
        bad.set(sector);
        return new FaultPlan(cutAt, moment, seed, bad, endurance);
    }

    /** Lets each sector fail once it was erased this often. */
    public FaultPlan wearOutAfter(int erasures) {
        return new FaultPlan(cutAt, moment, seed, badSectors, erasures);
    }

    boolean cuts(long operation, Moment when) {
        return operation == cutAt && moment == when;
    }

    boolean fails(int sector, int wear) {
        return wear >= endurance || badSectors.get(sector);
    }

    long seed() {
        return seed;
    }
}
