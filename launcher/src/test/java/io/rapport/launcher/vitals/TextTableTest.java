package io.rapport.launcher.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        TextTable table = new TextTable(TextTable.left("name"), TextTable.right("value"));
        table.row("visitors", "12,345");
        table.row("nps", "7");
        assertThat(table.render()).isEqualTo("""
                        name       value
                        visitors  12,345
                        nps            7""");
    }

    @Test
    void aRowHasACellForEachColumn() {
        TextTable table = new TextTable(TextTable.left("name"));
        assertThatThrownBy(() -> table.row("a", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
