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
import slipstream.cloudlink.service.secret.PrivateFiles;
import slipstream.cloudlink.service.staff.Staff;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.tls.CertificateAuthority;
import slipstream.cloudlink.service.tls.Pem;

/// Administration over the database and the certificate authority.
final class StoredAdministration implements Administration {
    private final Ledger<SqlBooks> ledger;
    private final CertificateAuthority authority;
    private final CredentialSafe safe;
    private final StaffDoor staff;
    private final Clock clock;

    StoredAdministration(
            Ledger<SqlBooks> ledger,
            CertificateAuthority authority,
            CredentialSafe safe,
            StaffDoor staff,
            Clock clock) {
        this.ledger = ledger;
        this.authority = authority;
        this.safe = safe;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void addMerchant(Merchant merchant, Map<Platform, Path> credentials) throws IOException {
        var sheets = new EnumMap<Platform, CredentialSheet>(Platform.class);
        for (var entry : credentials.entrySet()) {
            sheets.put(entry.getKey(), sheet(entry.getKey(), entry.getValue()));
        }
        if (!ledger.write(books -> books.merchants().add(merchant))) {
            throw new IOException("merchant '" + merchant.id() + "' exists already");
        }
        sheets.forEach((platform, sheet) -> safe.put(merchant.id(), platform, sheet));
    }

    @Override
    public List<Platform> entrusted(String merchantId) {
        return safe.platforms(merchantId);
    }

    @Override
    public void entrust(String merchantId, Platform platform, Path file) throws IOException {
        existing(merchantId);
        safe.put(merchantId, platform, sheet(platform, file));
    }

    @Override
    public void locate(String merchantId, Wording address) throws IOException {
        existing(merchantId);
        ledger.write(books -> books.merchants().locate(merchantId, address));
    }

    @Override
    public int renewSeals() throws IOException {
        return safe.renew();
    }

    /// Read, and known to make sense.
    private static CredentialSheet sheet(Platform platform, Path file) throws IOException {
        var sheet = CredentialSheet.read(file);
        try {
            switch (platform) {
                case WECHAT -> WeChatCredentials.of(sheet);
                case ALIPAY -> AlipayCredentials.of(sheet);
                case WEBHOOK -> WebhookCredentials.of(sheet);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return sheet;
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
                id, merchantId, merchant.name(), merchant.address(), title, terms, validDays, stock, price);
        ledger.write(books -> {
            books.items().add(item);
            return null;
        });
        return id;
    }

    @Override
    public List<VirtualItem> items() {
        return ledger.read(books -> books.items().all());
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
        if (standing || !ledger.write(books -> books.campaigns().add(campaign, text, clock.instant()))) {
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
        if (!ledger.write(books -> books.campaigns().stop(id, clock.instant()))) {
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
        existing(merchantId);
        return staff.add(merchantId, name);
    }

    @Override
    public List<Staff> staff() {
        return staff.all();
    }

    @Override
    public void revokeStaff(String id) throws IOException {
        if (!staff.revoke(id)) {
            throw new IOException("there is no staff '" + id + "' that could be revoked");
        }
    }

    @Override
    public String addDevice(String merchantId, String name, Path directory) throws IOException {
        existing(merchantId);
        var id = UUID.randomUUID().toString();
        var issued = authority.forDevice(id);
        PrivateFiles.create(directory.resolve("device.key"), Pem.text(issued.key()));
        PrivateFiles.create(directory.resolve("device.crt"), Pem.text(issued.certificate()));
        PrivateFiles.create(directory.resolve("ca.crt"), Pem.text(authority.certificate()));
        ledger.write(books -> {
            books.devices().add(new Device(id, merchantId, name, Optional.empty()));
            return null;
        });
        return id;
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
        if (!ledger.write(books -> books.devices().revoke(id, clock.instant()))) {
            throw new IOException("there is no box '" + id + "' that could be revoked");
        }
    }

    private Merchant existing(String id) throws IOException {
        return merchant(id).orElseThrow(() -> new IOException("there is no merchant '" + id + "'"));
    }
}
