package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.fleet.Enrolled;
import slipstream.cloudlink.service.fleet.EnrolmentStore;
import slipstream.cloudlink.service.gateway.CredentialSafe;
import slipstream.cloudlink.service.gateway.CredentialSheet;
import slipstream.cloudlink.service.gateway.alipay.AlipayCredentials;
import slipstream.cloudlink.service.gateway.webhook.WebhookCredentials;
import slipstream.cloudlink.service.gateway.wechat.WeChatCredentials;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.staff.Staff;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.tls.CertificateAuthority;

/// Administration over the database and the certificate authority.
final class StoredAdministration implements Administration {
    private final Ledger<SqlBooks> ledger;
    private final CertificateAuthority authority;
    private final Changes changes;
    private final DeviceOffice devices;
    private final CredentialSafe safe;
    private final StaffDoor staff;
    private final Clock clock;

    /// @param who in whose name everything is written down
    StoredAdministration(
            Ledger<SqlBooks> ledger,
            CertificateAuthority authority,
            CredentialSafe safe,
            StaffDoor staff,
            Clock clock,
            String who) {
        this.ledger = ledger;
        this.authority = authority;
        this.safe = safe;
        this.staff = staff;
        this.clock = clock;
        this.changes = new Changes(ledger, clock, who);
        this.devices = new DeviceOffice(changes, authority);
    }

    @Override
    public Administration as(String name) {
        return new StoredAdministration(ledger, authority, safe, staff, clock, name);
    }

    @Override
    public void addMerchant(Merchant merchant, Map<Platform, Path> credentials) throws IOException {
        var sheets = new EnumMap<Platform, CredentialSheet>(Platform.class);
        for (var entry : credentials.entrySet()) {
            sheets.put(entry.getKey(), sheet(entry.getKey(), entry.getValue()));
        }
        if (!changes.make(
                books -> books.merchants().add(merchant), merchant, "merchant add", merchant.id(), told(merchant))) {
            throw new IOException("merchant '" + merchant.id() + "' exists already");
        }
        sheets.forEach((platform, sheet) -> seal(merchant, platform, sheet));
    }

    @Override
    public void changeMerchant(Merchant merchant) throws IOException {
        var before = existing(merchant.id());
        if (!before.circle().equals(merchant.circle())) {
            throw new IOException("merchant '" + merchant.id() + "' is in circle '" + before.circle()
                    + "', and marks count there: it cannot move to '" + merchant.circle() + "'");
        }
        changes.make(
                books -> books.merchants().change(merchant),
                merchant,
                "merchant change",
                merchant.id(),
                told(merchant));
    }

    private static String told(Merchant merchant) {
        return merchant.name().text() + ", group " + merchant.exclusionGroup().orElse("-")
                + merchant.address().map(address -> ", at " + address.text()).orElse("")
                + (merchant.copies() ? ", copies of receipts on" : "");
    }

    private void seal(Merchant merchant, Platform platform, CredentialSheet sheet) {
        safe.put(merchant.id(), platform, sheet);
        changes.make(books -> true, merchant, "merchant entrust", merchant.id(), platform.word());
    }

    @Override
    public List<Platform> entrusted(String merchantId) {
        return safe.platforms(merchantId);
    }

    @Override
    public void entrust(String merchantId, Platform platform, Path file) throws IOException {
        seal(existing(merchantId), platform, sheet(platform, file));
    }

    @Override
    public void entrust(String merchantId, Platform platform, String sheet) throws IOException {
        var merchant = existing(merchantId);
        var read = CredentialSheet.parse(sheet);
        check(platform, read);
        seal(merchant, platform, read);
    }

    @Override
    public void locate(String merchantId, Wording address) throws IOException {
        var merchant = existing(merchantId);
        changes.make(
                books -> books.merchants().locate(merchantId, address),
                merchant,
                "merchant change",
                merchantId,
                address.text());
    }

    @Override
    public int renewSeals() throws IOException {
        return safe.renew();
    }

    /// Read, and known to make sense.
    private static CredentialSheet sheet(Platform platform, Path file) throws IOException {
        var sheet = CredentialSheet.read(file);
        try {
            check(platform, sheet);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return sheet;
    }

    private static void check(Platform platform, CredentialSheet sheet) {
        switch (platform) {
            case WECHAT -> WeChatCredentials.of(sheet);
            case ALIPAY -> AlipayCredentials.of(sheet);
            case WEBHOOK -> WebhookCredentials.of(sheet);
        }
    }

    @Override
    public Optional<Merchant> merchant(String id) {
        return ledger.read(books -> books.merchants().find(id));
    }

    @Override
    public List<Merchant> merchants() {
        return ledger.read(books -> books.merchants().all());
    }

    @Override
    public String addItem(
            String merchantId,
            Wording title,
            Optional<Wording> terms,
            int validDays,
            Optional<Integer> stock,
            Optional<Money> price)
            throws IOException {
        var merchant = existing(merchantId);
        var id = UUID.randomUUID().toString();
        var item = new VirtualItem(
                id,
                merchantId,
                merchant.name(),
                merchant.address(),
                title,
                terms,
                validDays,
                stock,
                price,
                Optional.empty());
        changes.make(
                books -> {
                    books.items().add(item);
                    return true;
                },
                merchant,
                "item add",
                id,
                merchantId + ": " + title.text());
        return id;
    }

    @Override
    public List<VirtualItem> items() {
        return ledger.read(books -> books.items().all());
    }

    @Override
    public void withdrawItem(String id) throws IOException {
        var item = ledger.read(books -> books.items().find(id))
                .orElseThrow(() -> new IOException("there is no item '" + id + "'"));
        if (!changes.make(
                books -> books.items().withdraw(id, clock.instant()),
                existing(item.merchantId()),
                "item withdraw",
                id,
                item.merchantId() + ": " + item.title().text())) {
            throw new IOException("item '" + id + "' was withdrawn before");
        }
    }

    @Override
    public String addCampaign(String name, String text) throws IOException {
        var campaign = CampaignText.read(name, text);
        for (var merchant : campaign.merchants()) {
            if (!existing(merchant).circle().equals(campaign.circle())) {
                throw new IOException(
                        name + ": merchant '" + merchant + "' is not in circle '" + campaign.circle() + "'");
            }
        }
        for (var item : campaign.items()) {
            if (ledger.read(books -> books.items().find(item)).isEmpty()) {
                throw new IOException(name + ": there is no item '" + item + "'");
            }
        }
        boolean standing =
                campaign.id().equals(Campaign.STANDING) || campaign.id().equals(ClaimLink.BOUGHT);
        var circle = Optional.of(campaign.circle());
        if (standing
                || !changes.make(
                        books -> books.campaigns().add(campaign, text, clock.instant()),
                        circle,
                        "campaign add",
                        campaign.id(),
                        "")) {
            throw new IOException("campaign '" + campaign.id() + "' exists already");
        }
        return campaign.id();
    }

    @Override
    public List<CampaignStore.Written> campaigns() {
        return ledger.read(books -> books.campaigns().all());
    }

    @Override
    public void stopCampaign(String id) throws IOException {
        var circle = campaigns().stream()
                .map(CampaignStore.Written::campaign)
                .filter(campaign -> campaign.id().equals(id))
                .map(Campaign::circle)
                .findFirst();
        if (!changes.make(books -> books.campaigns().stop(id, clock.instant()), circle, "campaign stop", id, "")) {
            throw new IOException("there is no campaign '" + id + "' that could be stopped");
        }
    }

    @Override
    public boolean runs(Merchant merchant, String campaignId) {
        return ledger.read(books -> books.campaigns().ofCircle(merchant.circle()).stream()
                .filter(campaign -> campaign.id().equals(campaignId))
                .filter(campaign -> Campaign.at(merchant, List.of(campaign)).contains(campaign))
                .anyMatch(campaign -> campaign.window()
                        .until()
                        .filter(end -> !clock.instant().isBefore(end))
                        .isEmpty()));
    }

    @Override
    public StaffDoor.Invited addStaff(String merchantId, String name) throws IOException {
        var merchant = existing(merchantId);
        var invited = staff.add(merchantId, name);
        changes.make(books -> true, merchant, "staff add", merchantId, name);
        return invited;
    }

    @Override
    public List<Staff> staff() {
        return staff.all();
    }

    @Override
    public void revokeStaff(String id) throws IOException {
        var known = staff.all().stream().filter(one -> one.id().equals(id)).findFirst();
        if (known.isEmpty() || !staff.revoke(id)) {
            throw new IOException("there is no staff '" + id + "' that could be revoked");
        }
        var merchant = existing(known.get().merchantId());
        changes.make(
                books -> true,
                merchant,
                "staff revoke",
                id,
                merchant.id() + ": " + known.get().name());
    }

    @Override
    public String addDevice(String merchantId, String name, Path directory) throws IOException {
        return devices.add(existing(merchantId), name, directory);
    }

    @Override
    public String inviteDevice(String merchantId, String name) throws IOException {
        return devices.invite(existing(merchantId), name);
    }

    @Override
    public Enrolled enrol(String token, String request) throws IOException {
        return devices.enrol(token, request);
    }

    @Override
    public List<EnrolmentStore.Invitation> invitedDevices() {
        return ledger.read(books -> books.enrolments().waiting(clock.instant()));
    }

    @Override
    public Optional<Device> device(String id) {
        return ledger.read(books -> books.devices().find(id));
    }

    @Override
    public List<Device> devices() {
        return ledger.read(books -> books.devices().all());
    }

    @Override
    public void revokeDevice(String id) throws IOException {
        devices.revoke(id);
    }

    private Merchant existing(String id) throws IOException {
        return merchant(id).orElseThrow(() -> new IOException("there is no merchant '" + id + "'"));
    }
}
