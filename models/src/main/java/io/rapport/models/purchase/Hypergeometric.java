package io.rapport.models.purchase;

/** Gauss's hypergeometric function with one parameter 1, as a continued fraction. */
final class Hypergeometric {
    private static final double TINY = 1e-300;
    private static final double DIGITS = 1e-15;
    private static final int MOST_TERMS = 20_000;

    private Hypergeometric() {}

    /**
     * ₂F₁(1, b; c; z) for 0 ≤ z &lt; 1 and c − 1 &gt; b − 1 &gt; −1. All partial numerators have one sign, so the fraction closes in
     * from both sides, also near 1, where the series hardly moves.
     *
     * <p>Within a millionth of 1 it takes too long all the same, and says so.
     *
     * <p>Source: C. F. Gauss's fraction, NIST Digital Library of Mathematical Functions 15.7.5 (with a = 0); evaluated by W. J.
     * Lentz, <i>Generating Bessel functions in Mie scattering calculations using continued fractions</i>, Applied Optics 15
     * (1976).
     *
     * @throws ArithmeticException where it doesn't settle
     */
    static double ofOne(double b, double c, double z) {
        double below = c - 1;
        double f = 1;
        double numerator = 1;
        double denominator = 0;
        for (int n = 1; n < MOST_TERMS; n++) {
            double term = z * (n % 2 == 1 ? odd(b, below, n / 2) : even(b, below, n / 2));
            denominator = nonZero(1 + term * denominator);
            denominator = 1 / denominator;
            numerator = nonZero(1 + term / numerator);
            double factor = numerator * denominator;
            f *= factor;
            if (Math.abs(factor - 1) < DIGITS) {
                return 1 / f;
            }
        }
        throw new ArithmeticException("2F1(1, " + b + "; " + c + "; " + z + ") does not settle");
    }

    private static double odd(double b, double c, int j) {
        return -(c + j) * (b + j) / ((c + 2.0 * j) * (c + 2.0 * j + 1));
    }

    private static double even(double b, double c, int j) {
        return (b - c - j) * j / ((c + 2.0 * j - 1) * (c + 2.0 * j));
    }

    private static double nonZero(double value) {
        return value == 0 ? TINY : value;
    }
}
