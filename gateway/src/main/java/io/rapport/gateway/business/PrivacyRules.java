package io.rapport.gateway.business;

/** What the document says of a business's rules of privacy. */
final class PrivacyRules {
    static final String DESCRIPTION =
            "The business's own rules of privacy: `internalNetworks`, from where its own people visit"
                    + " its site; `keepEventsMonths`, after how many whole months beside the current one events are removed (1 to 1,200;"
                    + " null, as at first, keeps them for ever); `maskPersonalData`,"
                    + " whether e-mail addresses, phone and card numbers in texts of feedback are masked before they are stored,"
                    + " and in what connections deliver once it is read; what was stored before is masked afterwards"
                    + " (true or false). Members of other names are kept as they came.";

    private PrivacyRules() {}
}
