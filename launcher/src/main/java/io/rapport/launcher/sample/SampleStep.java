package io.rapport.launcher.sample;

import io.rapport.launcher.Console;
import io.rapport.launcher.Layout;
import io.rapport.launcher.Trouble;
import io.rapport.launcher.secrets.Keys;
import io.rapport.launcher.vitals.Api;
import io.rapport.launcher.vitals.VitalSigns;
import io.rapport.sample.LoadFailure;
import io.rapport.sample.SampleBusiness;
import io.rapport.sample.SampleLoader;
import io.rapport.sample.story.Story;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Sees to it that there is a sample business, that its keys are in {@code keys.json}, and shows its vital signs. */
public final class SampleStep {
    private final Layout layout;
    private final Path file;
    private final String baseUrl;
    private final String adminKey;
    private final Console console;

    public SampleStep(Layout layout, String baseUrl, String adminKey, Console console) {
        this.layout = layout;
        this.file = layout.sample();
        this.baseUrl = baseUrl;
        this.adminKey = adminKey;
        this.console = console;
    }

    /** At the end of a start: a sample that can't be loaded is told, and doesn't undo the start. */
    public void afterStart(boolean wanted) throws IOException, InterruptedException {
        Optional<SampleRecord> known = known();
        writeKeys(known);
        try {
            if (wanted && known.filter(SampleRecord::loaded).isEmpty()) {
                load(known);
            }
            if (wanted) {
                showVitalSigns();
            }
        } catch (LoadFailure failed) {
            console.say("The sample business couldn't be loaded, ./rapport sample tries again: " + failed.getMessage());
        } catch (IOException failed) {
            console.say("The vital signs can't be shown now: " + failed.getMessage());
        }
    }

    /** On the user's wish: loads what is missing, and says so when nothing is. */
    public void onDemand() throws IOException, InterruptedException {
        Optional<SampleRecord> known = known();
        if (known.filter(SampleRecord::loaded).isPresent()) {
            console.say("The sample business is there already; its keys are in " + layout.keys() + ".");
            return;
        }
        try {
            load(known);
        } catch (LoadFailure failed) {
            throw new Trouble("The sample business couldn't be loaded: " + failed.getMessage(), failed);
        }
        showVitalSigns();
    }

    /** The sample business that these databases know; a record of other ones is worth nothing. */
    private Optional<SampleRecord> known() throws InterruptedException {
        Optional<SampleRecord> remembered = SampleRecord.read(file);
        return remembered.isPresent() && isAccepted(remembered.get().secretKey()) ? remembered : Optional.empty();
    }

    private boolean isAccepted(String key) throws InterruptedException {
        try (Api api = new Api(baseUrl, key)) {
            api.get("/v1/metrics");
            return true;
        } catch (Api.Refused refused) {
            return refused.status() != 401;
        } catch (IOException unreachable) {
            return true;
        }
    }

    private void load(Optional<SampleRecord> begun) throws IOException, InterruptedException {
        console.say("Loading the sample business, a bakery's last twelve months:");
        SampleLoader loader = new SampleLoader(URI.create(baseUrl), adminKey, new LoadProgress(console));
        LocalDate day = begun.map(SampleRecord::madeFor).orElseGet(SampleStep::today);
        SampleBusiness sample = SampleBusiness.generate(day, SampleBusiness.SEED);
        SampleRecord sampleRecord = begun.orElseGet(() -> SampleRecord.created(loader.create(sample), day));
        sampleRecord.write(file);
        writeKeys(Optional.of(sampleRecord));
        loader.load(sample, sampleRecord.keys());
        sampleRecord.afterLoading().write(file);
        awaitScores(sampleRecord);
    }

    private void awaitScores(SampleRecord sampleRecord) throws IOException, InterruptedException {
        try (Api api = new Api(baseUrl, sampleRecord.secretKey())) {
            if (!new ScoringWait(api, console, ScoringWait.Patience.ORDINARY).await()) {
                console.say("  Not all texts are read yet; that goes on in the background.");
            }
        }
    }

    private void showVitalSigns() throws IOException, InterruptedException {
        Optional<Keys> keys = Keys.read(layout.keys()).filter(Keys::hasBusiness);
        if (keys.isPresent()) {
            try (Api api = new Api(baseUrl, keys.get().secretKey())) {
                console.say("\n" + VitalSigns.ask(api, today()) + "\n");
            }
        }
    }

    private void writeKeys(Optional<SampleRecord> sample) throws IOException {
        new Keys(
                        baseUrl,
                        sample.map(SampleRecord::secretKey).orElse(null),
                        sample.map(SampleRecord::publishableKey).orElse(null),
                        adminKey)
                .write(layout.keys());
    }

    private static LocalDate today() {
        return LocalDate.now(Story.ZONE);
    }
}
