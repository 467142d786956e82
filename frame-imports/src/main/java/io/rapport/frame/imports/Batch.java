package io.rapport.frame.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.imports.Rejections.Rejection;
import io.rapport.frame.problem.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some rows of a file: what they say, and those that were not taken. */
final class Batch {
    /** Rows that are long are fewer at a time. */
    private static final int MOST_CHARACTERS = 8_000_000;

    private final Facts facts;
    private final List<Rejection> taken = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final long before;
    private long characters;

    /** @param before how many rows were read before */
    Batch(Facts facts, long before) {
        this.facts = facts;
        this.before = before;
    }

    void add(Row row) {
        long number = before + rows() + 1;
        characters += row.cells().stream().mapToInt(String::length).sum();
        if (row.problem() != null) {
            rejections.add(new Rejection(number, List.of(new FieldError(null, null, row.problem())), row.cells()));
            return;
        }
        try {
            facts.add(row.fact());
            taken.add(new Rejection(number, List.of(), row.cells()));
        } catch (HttpProblem broken) {
            rejections.add(new Rejection(number, errors(broken), row.cells()));
        }
    }

    int rows() {
        return taken.size() + rejections.size();
    }

    boolean isFull(int most) {
        return rows() >= most || characters >= MOST_CHARACTERS;
    }

    Facts facts() {
        return facts;
    }

    /** Those that were not taken, with those that what is stored speaks against. */
    List<Rejection> rejections(Facts.Stored stored) {
        List<Rejection> all = new ArrayList<>(rejections);
        stored.refused()
                .forEach((place, errors) -> all.add(new Rejection(
                        taken.get(place).number(), errors, taken.get(place).cells())));
        all.sort(Comparator.comparingLong(Rejection::number));
        return all;
    }

    ImportTable.Step step(Facts.Stored stored) {
        int refused = stored.refused().size();
        return new ImportTable.Step(
                rows(),
                stored.fresh(),
                taken.size() - stored.fresh() - refused,
                rejections.size() + refused,
                facts.firstAt(),
                facts.lastAt());
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(HttpProblem problem) {
        Object errors = problem.getParameters().get("errors");
        return errors instanceof List<?> list
                ? (List<FieldError>) list
                : List.of(new FieldError(null, null, problem.getDetail()));
    }
}
