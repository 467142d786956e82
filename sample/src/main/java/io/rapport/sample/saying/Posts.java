package io.rapport.sample.saying;

import io.rapport.sample.fact.Author;
import io.rapport.sample.fact.Feedback;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Story;
import java.util.List;

/** Posts in public that name the bakery. Nobody states their language. */
final class Posts {
    private final Dice dice;
    private final Moments moments;
    private final Ids ids = new Ids("post");

    Posts(Story story, long seed) {
        this.dice = new Dice(seed, "posts");
        this.moments = new Moments(story, dice);
    }

    List<Feedback> all() {
        return Written.in("posts").stream().map(this::post).toList();
    }

    private Feedback post(Written written) {
        String id = ids.next();
        return new Feedback(
                id,
                "instagram",
                "post",
                written.text(),
                null,
                new Author("@crumbfan" + dice.between(100, 999), null),
                moments.in(written.period()),
                null,
                "https://instagram.example/p/" + id,
                null,
                written.touchpoint(),
                null,
                null);
    }
}
