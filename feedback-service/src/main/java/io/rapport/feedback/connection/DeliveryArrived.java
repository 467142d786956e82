package io.rapport.feedback.connection;

/** Fired in the transaction that puts a delivery into the queue. */
record DeliveryArrived() {}
