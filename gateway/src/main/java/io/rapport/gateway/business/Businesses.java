package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.key.KeyRing;
import io.rapport.gateway.access.tenant.Ids;
import io.rapport.gateway.access.tenant.Isolated;
import io.rapport.gateway.proxy.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Makes, shows and changes businesses. */
@ApplicationScoped
public class Businesses {
    /** For so long nobody else tries to deliver what is being delivered. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Isolated isolated;
    private final KeyRing keys;
    private final SettingsPush push;
    private final DeliveryQueue queue;
    private final SettingsJson json;
    private final Clock clock;

    Businesses(
            Isolated isolated, KeyRing keys, SettingsPush push, DeliveryQueue queue, SettingsJson json, Clock clock) {
        this.isolated = isolated;
        this.keys = keys;
        this.push = push;
        this.queue = queue;
        this.json = json;
        this.clock = clock;
    }

    /** The services are told first: whoever learns of the business can use all of it at once. */
    CreatedBusiness create(BusinessInput input, String by) {
        requireOrganisation(input.organisationId());
        Settings settings = input.settings().values();
        Business business = draft(input, settings);
        push.toAll(business.businessId, SettingsMessage.from(business, settings));
        KeyRing.FirstKeys first = isolated.in(business.businessId, () -> {
            BusinessRegistry.of(business.businessId, business.organisationId, business.createdAt)
                    .persist();
            business.persist();
            return keys.first(business.businessId, by);
        });
        return new CreatedBusiness(BusinessView.from(business, settings, List.of()), first);
    }

    BusinessView get(String id) {
        return isolated.in(id, () -> view(stored(id, LockModeType.NONE)));
    }

    /** The zone in which the days of the business begin. */
    public ZoneId zone(String id) {
        return isolated.in(id, () -> ZoneId.of(stored(id, LockModeType.NONE).timeZone));
    }

    /**
     * Changes a business and tells the services. Those that can't be told now are told later.
     *
     * @param precondition is given the version that is about to be changed, and fails where the client expects another
     */
    BusinessView change(String id, JsonNode body, IntConsumer precondition) {
        Optional<SettingsMessage> changed = isolated.in(id, () -> apply(id, body, precondition));
        changed.ifPresent(message -> deliver(id, message));
        return get(id);
    }

    BusinessPage list(Page page) {
        List<String> ids = isolated.unbound(
                () -> BusinessRegistry.<BusinessRegistry>find("businessId > ?1 order by businessId", page.after())
                        .page(0, page.limit() + 1)
                        .stream()
                        .map(entry -> entry.businessId)
                        .toList());
        boolean more = ids.size() > page.limit();
        List<String> shown = more ? ids.subList(0, page.limit()) : ids;
        return new BusinessPage(views(shown), more ? shown.getLast() : null);
    }

    /** What is to be told of a business now; empty where it isn't there. */
    Optional<SettingsMessage> message(String id) {
        return isolated.in(id, () -> Business.<Business>findByIdOptional(id)
                .map(business -> SettingsMessage.from(business, json.read(business.settings))));
    }

    private List<BusinessView> views(List<String> ids) {
        return isolated.in(Set.copyOf(ids), () -> {
            Map<String, Business> found = Business.<Business>stream("businessId in ?1", ids)
                    .collect(Collectors.toMap(business -> business.businessId, business -> business));
            return ids.stream().map(found::get).map(this::view).toList();
        });
    }

    private Optional<SettingsMessage> apply(String id, JsonNode body, IntConsumer precondition) {
        Business business = stored(id, LockModeType.PESSIMISTIC_WRITE);
        precondition.accept(business.version);
        BusinessInput input = BusinessInput.forChange(body, business.currency);
        if (input.currency() != null && !input.currency().equals(business.currency)) {
            throw Problems.conflict("The currency of a business can't be changed once it is set.");
        }
        Settings before = json.read(business.settings);
        Settings after = input.settings().over(before);
        String name = input.name() == null ? business.name : input.name();
        String zone = input.timeZone() == null ? business.timeZone : input.timeZone();
        if (after.equals(before) && name.equals(business.name) && zone.equals(business.timeZone)) {
            return Optional.empty();
        }
        business.name = name;
        business.timeZone = zone;
        business.settings = json.write(after);
        business.version++;
        business.updatedAt = now();
        SettingsPush.TOLD.forEach(part -> queue.put(id, part, business.version, now().plus(LEASE)));
        return Optional.of(SettingsMessage.from(business, after));
    }

    private void deliver(String id, SettingsMessage message) {
        Map<Part, Boolean> taken = push.toEach(id, message);
        isolated.run(
                id,
                () -> taken.forEach((part, done) -> {
                    if (done) {
                        queue.done(id, part, message.version());
                    } else {
                        queue.again(id, part, message.version(), now());
                    }
                }));
    }

    private Business draft(BusinessInput input, Settings settings) {
        Business business = new Business();
        business.businessId = Ids.ofBusiness();
        business.organisationId = input.organisationId();
        business.name = input.name();
        business.timeZone = input.timeZone();
        business.currency = input.currency();
        business.settings = json.write(settings);
        business.version = 1;
        business.createdAt = now();
        business.updatedAt = business.createdAt;
        return business;
    }

    private void requireOrganisation(String id) {
        if (id != null && isolated.unbound(() -> Organisation.findById(id)) == null) {
            throw Problems.validation("organisationId", "is not known");
        }
    }

    private static Business stored(String id, LockModeType lock) {
        return Business.<Business>findByIdOptional(id, lock).orElseThrow(() -> Problems.notFound("This business"));
    }

    private BusinessView view(Business business) {
        return BusinessView.from(business, json.read(business.settings), queue.pending(business.businessId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
