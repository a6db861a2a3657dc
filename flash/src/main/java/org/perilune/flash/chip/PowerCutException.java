package org.perilune.flash.chip;

/** The power went, as a {@link FaultPlan} wanted. Nothing works until {@link NorChip#restorePower}. */
public final class PowerCutException extends FlashException {
    public PowerCutException(int address) {
        super(address, "the power was cut");
    }
}
