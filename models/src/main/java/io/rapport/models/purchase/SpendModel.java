package io.rapport.models.purchase;

/** What a model of spending says of what a customer's purchases are worth on average. */
public sealed interface SpendModel permits GammaGamma, CommonSpend {
    /** Of one who has bought again; always more than 0. */
    double expected(Spending spending);

    /** Of one of whom nothing is known but that the customer is like the others. */
    double expectedOfNew();
}
