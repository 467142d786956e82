package io.rapport.sample.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the bakery sells. */
public final class Products {
    private static final List<Product> ALL = List.of(
            product("sourdough", "Sourdough loaf", "bread", 520, 10),
            product("seeded", "Seeded loaf", "bread", 560, 8),
            product("soda-bread", "Brown soda bread", "bread", 380, 6),
            product("rye", "Dark rye", "bread", 540, 4),
            product("baguette", "Baguette", "bread", 260, 6),
            product("focaccia", "Rosemary focaccia", "bread", 480, 4),
            product("gluten-free", "Gluten-free loaf", "bread", 620, 2),
            product("croissant", "Butter croissant", "pastry", 240, 8),
            product("almond-croissant", "Almond croissant", "pastry", 340, 4),
            product("cinnamon-bun", "Cinnamon bun", "pastry", 320, 7),
            product("scones", "Fruit scone", "pastry", 250, 4),
            product("cookies", "Oat and chocolate cookie", "pastry", 280, 3),
            product("brownie", "Chocolate brownie", "cakes", 350, 3),
            product("carrot-cake", "Carrot cake", "cakes", 2800, 0.8),
            product("birthday-cake", "Birthday cake", "cakes", 4200, 1),
            product("coffee", "Coffee beans, 250 g", "pantry", 1150, 1.5),
            product("flour", "Strong white flour, 1.5 kg", "pantry", 390, 1.5),
            product("gifts", "Gift voucher", "pantry", 2500, 0.5),
            new Product("wild-garlic-sourdough", "Wild garlic sourdough", "bread", 580, 12, Period.CAMPAIGN),
            new Product("stollen", "Stollen", "cakes", 1800, 4, Period.CHRISTMAS),
            new Product("mince-pies", "Six mince pies", "pastry", 900, 8, Period.CHRISTMAS),
            new Product("hot-cross-buns", "Six hot cross buns", "pastry", 750, 8, Period.EASTER),
            new Product("ice-cream", "Brown bread ice cream", "pantry", 650, 3, Period.SUMMER));

    private Products() {}

    public static List<Product> on(LocalDate day, Story story) {
        return ALL.stream().filter(product -> product.soldOn(day, story)).toList();
    }

    /** The product of that slug, if it is one. */
    public static Optional<Product> named(String slug) {
        return ALL.stream().filter(product -> product.slug().equals(slug)).findFirst();
    }

    private static Product product(String slug, String name, String section, int cents, double popularity) {
        return new Product(slug, name, section, cents, popularity, Period.NORMAL);
    }
}
