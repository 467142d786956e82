package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A row of a file.
 *
 * @param cells as they stand in the file
 * @param fact what it says, by the mapping; null where it can't be read
 * @param problem why it can't be read; null where it can
 */
record Row(List<String> cells, ObjectNode fact, String problem) {}
