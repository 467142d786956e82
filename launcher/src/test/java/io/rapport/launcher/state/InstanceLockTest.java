package io.rapport.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    Path run;

    @Test
    void thereIsOneHolderAndLookingTakesNothingFromIt() throws IOException {
        InstanceLock lock = InstanceLock.tryTake(run).orElseThrow();
        assertThat(InstanceLock.isHeld(run)).isTrue();
        assertThat(InstanceLock.tryTake(run)).isEmpty();
        assertThat(InstanceLock.isHeld(run)).isTrue();
        lock.close();
        assertThat(InstanceLock.isHeld(run)).isFalse();
    }
}
