package io.rapport.models.regression;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Newton and Raphson's climb of a concave log-likelihood, half a step where a whole one leads down; a ridge holds it if asked to. */
final class Newton {
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final double ENOUGH = 1e-10;
    /** Of columns with deviation 1: beyond, an outcome is as good as certain. */
    private static final double ENDLESS = 30;

    private Newton() {}

    /** A log-likelihood with its first two derivatives, the second with its sign changed. */
    record Point(double logLikelihood, RealVector score, RealMatrix information) {}

    /** What is climbed. */
    @FunctionalInterface
    interface Hill {
        Point at(RealVector coefficients);
    }

    /** @param covariance the inverse of the information there */
    record Top(RealVector coefficients, RealMatrix covariance, double logLikelihood, double start) {}

    /**
     * @param ridge half the weight of the squares of the coefficients, taken off the log-likelihood; 0 for none
     * @param free which coefficient has no ridge; −1 for none
     * @return null where there is no top in reach
     */
    static Top climb(Hill hill, int columns, double ridge, int free) {
        RealVector at = MatrixUtils.createRealVector(new double[columns]);
        Point here = held(hill.at(at), at, ridge, free);
        double start = here.logLikelihood;
        for (int i = 0; i < MOST_STEPS; i++) {
            CholeskyDecomposition information = decomposed(here.information);
            if (information == null || at.getLInfNorm() > ENDLESS) {
                return null;
            }
            RealVector step = information.getSolver().solve(here.score);
            if (step.dotProduct(here.score) < ENOUGH) {
                double own = here.logLikelihood + penalty(at, ridge, free);
                return new Top(at, information.getSolver().getInverse(), own, start);
            }
            RealVector next = at.add(step);
            Point there = held(hill.at(next), next, ridge, free);
            for (int half = 0; half < MOST_HALVINGS && !(there.logLikelihood >= here.logLikelihood); half++) {
                step = step.mapMultiply(0.5);
                next = at.add(step);
                there = held(hill.at(next), next, ridge, free);
            }
            at = next;
            here = there;
        }
        return null;
    }

    private static Point held(Point point, RealVector at, double ridge, int free) {
        if (ridge == 0) {
            return point;
        }
        RealVector score = point.score.copy();
        RealMatrix information = point.information.copy();
        for (int i = 0; i < at.getDimension(); i++) {
            if (i != free) {
                score.addToEntry(i, -2 * ridge * at.getEntry(i));
                information.addToEntry(i, i, 2 * ridge);
            }
        }
        return new Point(point.logLikelihood - penalty(at, ridge, free), score, information);
    }

    private static double penalty(RealVector at, double ridge, int free) {
        double sum = 0;
        for (int i = 0; i < at.getDimension(); i++) {
            sum += i == free ? 0 : ridge * at.getEntry(i) * at.getEntry(i);
        }
        return sum;
    }

    private static CholeskyDecomposition decomposed(RealMatrix information) {
        try {
            return new CholeskyDecomposition(
                    information, 1e-8 * information.getNorm1(), 1e-10 * information.getNorm1());
        } catch (MathRuntimeException singular) {
            return null;
        }
    }
}
