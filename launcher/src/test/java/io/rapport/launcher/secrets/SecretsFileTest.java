package io.rapport.launcher.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {
    private static final List<String> DATABASES = List.of("one", "two");

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        new SecretsFile(folder.resolve("secrets.json")).readOrCreate(DATABASES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theyAreMadeOnce() throws IOException {
        SecretsFile file = new SecretsFile(folder.resolve("secrets.json"));
        Secrets first = file.readOrCreate(DATABASES);
        assertThat(file.readOrCreate(DATABASES)).isEqualTo(first);
        assertThat(Secrets.generate(DATABASES)).isNotEqualTo(first);
    }

    @RepeatedTest(20)
    void theyHaveTheFormsThatTheServicesExpect() {
        Secrets secrets = Secrets.generate(DATABASES);
        assertThat(Base64.getUrlDecoder().decode(secrets.tokenSecret())).hasSize(32);
        assertThat(secrets.tokenSecret()).doesNotContain("=");
        assertThat(Base64.getDecoder().decode(secrets.encryptionKey())).hasSize(32);
        assertThat(secrets.adminKey()).matches("adm_[0-9A-Za-z]{40}");
        assertThat(secrets.adminKeyHash()).matches("[0-9a-f]{64}");
        assertThat(secrets.databases()).containsOnlyKeys("one", "two");
    }

    @Test
    void theAdminKeysHashIsSha256() {
        Secrets secrets = new Secrets("", "", "", "abc", null);
        // FIPS 180-2, appendix B.1.
        assertThat(secrets.adminKeyHash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void nothingPrintsThem() {
        Secrets secrets = Secrets.generate(DATABASES);
        assertThat(secrets.toString())
                .doesNotContain(secrets.adminKey())
                .doesNotContain(secrets.databases().get("one").app());
        assertThat(new Keys("u", "sk_1", "pk_1", "adm_1").toString()).doesNotContain("sk_1", "pk_1", "adm_1");
    }

    @Test
    void aDamagedFileIsNotReplaced() throws IOException {
        Path damaged = Files.writeString(folder.resolve("secrets.json"), "{\"tokenSecret\": \"hush");
        assertThatThrownBy(() -> new SecretsFile(damaged).readOrCreate(DATABASES))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("can't be read")
                .hasMessageNotContaining("hush");
        assertThat(damaged).hasContent("{\"tokenSecret\": \"hush");
    }
}
