package io.rapport.sample.doing;

import io.rapport.sample.story.Customer;
import java.time.Instant;

/** Somebody followed a link in a mail: a visit begins. */
record MailClick(Customer customer, Instant at, String campaign) {}
