package dev.segmentation.dedupe.linkage;

/** Numbers as text, the same in every locale and fast. */
public final class Decimals {
    private Decimals() {}

    /** A number in [0, 1] with three decimals; only 1 itself is 1.000. */
    public static String three(double value) {
        int thousandths = (int) Math.round(value * 1000);
        if (thousandths == 1000 && value < 1) {
            thousandths = 999;
        }
        return thousandths >= 1000 ? "1.000" : "0." + (1000 + thousandths + "").substring(1);
    }
}
