package io.rapport.frame.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One broken rule of one field.
 *
 * @param index the position of the element in an array body, from 0; null for a single object
 * @param field the field as the client wrote it, with dots between levels; null where the body as a whole is meant
 * @param detail the rule, in plain words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldError(Integer index, String field, String detail) {}
