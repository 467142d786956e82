package io.rapport.sentiment.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Limited-memory BFGS (Nocedal 1980) with a backtracking line search, for smooth convex functions of many variables. */
final class Minimiser {
    private static final int MEMORY = 6;

    /** A function and its gradient. */
    interface Objective {
        /** Fills the gradient and returns the value. */
        double at(double[] x, double[] gradient);
    }

    private record Step(double[] move, double[] turn, double curvature) {}

    private final int iterations;
    private final double tolerance;
    private final Deque<Step> steps = new ArrayDeque<>();

    /** @param tolerance stops when an iteration lowers the value by less than this share of it */
    Minimiser(int iterations, double tolerance) {
        this.iterations = iterations;
        this.tolerance = tolerance;
    }

    /** Moves x to the minimum. */
    double minimise(Objective objective, double[] x) {
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        for (int i = 0; i < iterations; i++) {
            double[] direction = direction(gradient);
            double[] nextX = new double[x.length];
            double[] nextGradient = new double[x.length];
            double first = steps.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double next = search(objective, x, value, gradient, direction, first, nextX, nextGradient);
            if (Double.isNaN(next)) {
                return value;
            }
            remember(x, nextX, gradient, nextGradient);
            System.arraycopy(nextX, 0, x, 0, x.length);
            gradient = nextGradient;
            double gain = value - next;
            value = next;
            if (gain < tolerance * Math.abs(value)) {
                return value;
            }
        }
        return value;
    }

    private double search(
            Objective objective,
            double[] x,
            double value,
            double[] gradient,
            double[] direction,
            double first,
            double[] nextX,
            double[] nextGradient) {
        double slope = dot(gradient, direction);
        for (double step = first; step > 1e-10; step /= 2) {
            for (int i = 0; i < x.length; i++) {
                nextX[i] = x[i] + step * direction[i];
            }
            double next = objective.at(nextX, nextGradient);
            if (next <= value + 1e-4 * step * slope) {
                return next;
            }
        }
        return Double.NaN;
    }

    private void remember(double[] x, double[] nextX, double[] gradient, double[] nextGradient) {
        Step oldest = steps.size() == MEMORY ? steps.removeFirst() : null;
        double[] move = oldest == null ? new double[x.length] : oldest.move();
        double[] turn = oldest == null ? new double[x.length] : oldest.turn();
        for (int i = 0; i < x.length; i++) {
            move[i] = nextX[i] - x[i];
            turn[i] = nextGradient[i] - gradient[i];
        }
        double curvature = dot(move, turn);
        if (curvature > 1e-12) {
            steps.addLast(new Step(move, turn, curvature));
        }
    }

    private double[] direction(double[] gradient) {
        double[] q = gradient.clone();
        double[] shares = new double[steps.size()];
        int k = steps.size();
        for (Iterator<Step> it = steps.descendingIterator(); it.hasNext(); ) {
            Step step = it.next();
            shares[--k] = dot(step.move(), q) / step.curvature();
            addTo(q, -shares[k], step.turn());
        }
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            double scale = last.curvature() / dot(last.turn(), last.turn());
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        for (Step step : steps) {
            double back = dot(step.turn(), q) / step.curvature();
            addTo(q, shares[k++] - back, step.move());
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static void addTo(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
