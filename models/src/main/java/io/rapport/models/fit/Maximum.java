package io.rapport.models.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds where a log-likelihood of positive parameters is greatest: Nelder and Mead's simplex from a starting point (it needs no
 * derivatives and gets near from afar), then Newton's steps with curvature from central differences. All on the logarithms of
 * the parameters, so that none becomes negative.
 *
 * <p>Converged means that a further Newton step would gain next to nothing (1e-9 of log-likelihood, or what rounding hides) and that the curvature is that of
 * a maximum; standard errors are from its inverse, brought to the parameters' own scale.
 *
 * <p>Sources: J. A. Nelder, R. Mead, <i>A simplex method for function minimization</i>, Computer Journal 7 (1965), by
 * Hipparchus; J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2006, chapter 3.
 */
public final class Maximum {
    private static final double STEP = 1e-3;
    private static final double ENOUGH = 1e-9;
    /** So little that rounding hides it in the sum over a million customers. */
    private static final double HIDDEN = 1e-5;

    private static final double PRIOR_DEVIATION = 1.5;
    private static final double NO_ANSWER = -1e300;
    private static final int MOST_EVALUATIONS = 4_000;
    private static final int MOST_NEWTON = 30;
    private static final int MOST_HALVINGS = 20;

    private final LogLikelihood function;
    private int evaluations;

    private Maximum(LogLikelihood function) {
        this.function = function;
    }

    /** A log-likelihood; NaN, infinite or an ArithmeticException where the parameters are out of all proportion. */
    @FunctionalInterface
    public interface LogLikelihood {
        double at(double[] parameters);
    }

    /**
     * @param names of the parameters
     * @param start where to begin, all positive
     * @param n how many units the log-likelihood counts
     */
    public static Fit find(List<String> names, double[] start, long n, LogLikelihood function) {
        return new Maximum(function).find(names, start, n);
    }

    /**
     * The same where the log-likelihood alone has no maximum in reach, since some parameters tend to infinity: with a weak prior,
     * by which the logarithm of each is normal about that of its start with deviation 1.5 (so within a factor of 20 either way).
     * The fit's log-likelihood is without the prior; the standard errors are those of the posterior's mode.
     */
    public static Fit findWithPrior(List<String> names, double[] start, long n, LogLikelihood function) {
        double[] centre = logs(start);
        Fit fit = new Maximum(p -> function.at(p) + logPrior(p, centre)).find(names, start, n);
        double[] found = fit.estimates().stream().mapToDouble(Estimate::value).toArray();
        return new Fit(fit.estimates(), function.at(found), n, fit.evaluations(), fit.converged());
    }

    private static double logPrior(double[] parameters, double[] centre) {
        double sum = 0;
        for (int i = 0; i < centre.length; i++) {
            double deviations = (Math.log(parameters[i]) - centre[i]) / PRIOR_DEVIATION;
            sum -= deviations * deviations / 2;
        }
        return sum;
    }

    private Fit find(List<String> names, double[] start, long n) {
        double[] logs = climb(logs(start));
        double value = at(logs);
        for (int i = 0; i < MOST_NEWTON; i++) {
            Curvature here = curvature(logs, value);
            RealVector step = here.step();
            if (step == null) {
                return fit(names, logs, value, n, null, false);
            }
            double gain = step.dotProduct(here.gradient) / 2;
            double[] next = gain < ENOUGH ? null : better(logs, step, value);
            if (next == null) {
                return fit(names, logs, value, n, here, gain < HIDDEN);
            }
            logs = next;
            value = at(logs);
        }
        return fit(names, logs, value, n, null, false);
    }

    private double[] climb(double[] logs) {
        try {
            PointValuePair best = new SimplexOptimizer(new SimpleValueChecker(1e-9, 1e-5))
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(this::at),
                            GoalType.MAXIMIZE,
                            new InitialGuess(logs),
                            new NelderMeadSimplex(logs.length, 0.5));
            return best.getPoint();
        } catch (MathRuntimeException tooLong) {
            return logs;
        }
    }

    /** Along the step, half as far each time until it is uphill; null where it nowhere is. */
    private double[] better(double[] logs, RealVector step, double value) {
        double length = 1;
        for (int i = 0; i < MOST_HALVINGS; i++, length /= 2) {
            double[] next = MatrixUtils.createRealVector(logs)
                    .add(step.mapMultiply(length))
                    .toArray();
            if (at(next) > value) {
                return next;
            }
        }
        return null;
    }

    private Curvature curvature(double[] at, double value) {
        int k = at.length;
        RealVector gradient = MatrixUtils.createRealVector(new double[k]);
        RealMatrix hessian = MatrixUtils.createRealMatrix(k, k);
        for (int i = 0; i < k; i++) {
            double up = moved(at, i, 1, i, 0);
            double down = moved(at, i, -1, i, 0);
            gradient.setEntry(i, (up - down) / (2 * STEP));
            hessian.setEntry(i, i, (2 * value - up - down) / (STEP * STEP));
            for (int j = 0; j < i; j++) {
                double cross = moved(at, i, 1, j, 1)
                        - moved(at, i, 1, j, -1)
                        - moved(at, i, -1, j, 1)
                        + moved(at, i, -1, j, -1);
                hessian.setEntry(i, j, -cross / (4 * STEP * STEP));
                hessian.setEntry(j, i, -cross / (4 * STEP * STEP));
            }
        }
        return new Curvature(gradient, hessian);
    }

    private double moved(double[] at, int i, int iSteps, int j, int jSteps) {
        double[] to = at.clone();
        to[i] += iSteps * STEP;
        to[j] += jSteps * STEP;
        return at(to);
    }

    private double at(double[] logs) {
        evaluations++;
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = Math.exp(logs[i]);
        }
        try {
            double value = function.at(parameters);
            return Double.isNaN(value) || Double.isInfinite(value) ? NO_ANSWER : value;
        } catch (ArithmeticException outOfProportion) {
            return NO_ANSWER;
        }
    }

    private Fit fit(List<String> names, double[] logs, double value, long n, Curvature end, boolean converged) {
        RealMatrix covariance = end == null ? null : end.inverse();
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            double estimate = Math.exp(logs[i]);
            Double error = covariance == null ? null : (Double) (estimate * Math.sqrt(covariance.getEntry(i, i)));
            estimates.add(new Estimate(names.get(i), estimate, error));
        }
        return new Fit(estimates, value, n, evaluations, converged);
    }

    private static double[] logs(double[] positive) {
        double[] logs = new double[positive.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(positive[i]);
        }
        return logs;
    }

    /** @param hessian of the negative log-likelihood: positive definite at a maximum */
    private record Curvature(RealVector gradient, RealMatrix hessian) {
        /** Null where this is no place from which Newton's step leads up. */
        RealVector step() {
            CholeskyDecomposition cholesky = decomposed();
            return cholesky == null ? null : cholesky.getSolver().solve(gradient);
        }

        RealMatrix inverse() {
            CholeskyDecomposition cholesky = decomposed();
            return cholesky == null ? null : cholesky.getSolver().getInverse();
        }

        private CholeskyDecomposition decomposed() {
            try {
                return new CholeskyDecomposition(hessian, 1e-8 * hessian.getNorm1(), 1e-10 * hessian.getNorm1());
            } catch (MathRuntimeException notPositive) {
                return null;
            }
        }
    }
}
