package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.fleet.Enrolled;
import slipstream.cloudlink.service.fleet.EnrolmentStore;
import slipstream.cloudlink.service.gateway.CredentialSafe;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.staff.Staff;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.tls.CertificateAuthority;

/// Administration over the database and the certificate authority: an office for each kind of thing.
final class StoredAdministration implements Administration {
    private final Changes changes;
    private final CertificateAuthority authority;
    private final CredentialSafe safe;
    private final StaffDoor door;
    private final MerchantOffice merchants;
    private final ItemOffice items;
    private final CampaignOffice campaigns;
    private final StaffOffice staff;
    private final DeviceOffice devices;

    StoredAdministration(Changes changes, CertificateAuthority authority, CredentialSafe safe, StaffDoor door) {
        this.changes = changes;
        this.authority = authority;
        this.safe = safe;
        this.door = door;
        this.merchants = new MerchantOffice(changes, safe);
        this.items = new ItemOffice(changes, merchants);
        this.campaigns = new CampaignOffice(changes, merchants);
        this.staff = new StaffOffice(changes, merchants, door);
        this.devices = new DeviceOffice(changes, authority);
    }

    @Override
    public Administration as(String name) {
        return new StoredAdministration(changes.by(name), authority, safe, door);
    }

    @Override
    public void addMerchant(Merchant merchant, Map<Platform, Path> credentials) throws IOException {
        merchants.add(merchant, credentials);
    }

    @Override
    public void changeMerchant(Merchant merchant) throws IOException {
        merchants.change(merchant);
    }

    @Override
    public void locate(String merchantId, Optional<Wording> address) throws IOException {
        merchants.locate(merchantId, address);
    }

    @Override
    public void entrust(String merchantId, Platform platform, Path file) throws IOException {
        merchants.entrust(merchantId, platform, file);
    }

    @Override
    public void entrust(String merchantId, Platform platform, String sheet, Map<String, String> files)
            throws IOException {
        merchants.entrust(merchantId, platform, sheet, files);
    }

    @Override
    public List<Platform> entrusted(String merchantId) {
        return safe.platforms(merchantId);
    }

    @Override
    public int renewSeals() throws IOException {
        return safe.renew();
    }

    @Override
    public Optional<Merchant> merchant(String id) {
        return merchants.find(id);
    }

    @Override
    public List<Merchant> merchants() {
        return merchants.all();
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
        return items.add(merchants.existing(merchantId), title, terms, validDays, stock, price);
    }

    @Override
    public void changeItem(String id, Wording title, Optional<Wording> terms, Optional<Money> price)
            throws IOException {
        items.change(id, title, terms, price);
    }

    @Override
    public List<VirtualItem> items() {
        return changes.ledger().read(books -> books.items().all());
    }

    @Override
    public void withdrawItem(String id) throws IOException {
        items.withdraw(id);
    }

    @Override
    public String addCampaign(String name, String text) throws IOException {
        return campaigns.add(name, text);
    }

    @Override
    public List<CampaignStore.Written> campaigns() {
        return campaigns.all();
    }

    @Override
    public void stopCampaign(String id) throws IOException {
        campaigns.stop(id);
    }

    @Override
    public boolean runs(Merchant merchant, String campaignId) {
        return campaigns.runs(merchant, campaignId);
    }

    @Override
    public StaffDoor.Invited addStaff(String merchantId, String name) throws IOException {
        return staff.add(merchants.existing(merchantId), name);
    }

    @Override
    public List<Staff> staff() {
        return door.all();
    }

    @Override
    public void revokeStaff(String id) throws IOException {
        staff.revoke(id);
    }

    @Override
    public String addDevice(String merchantId, String name, Path directory) throws IOException {
        return devices.add(merchants.existing(merchantId), name, directory);
    }

    @Override
    public String inviteDevice(String merchantId, String name) throws IOException {
        return devices.invite(merchants.existing(merchantId), name);
    }

    @Override
    public Enrolled enrol(String token, String request) throws IOException {
        return devices.enrol(token, request);
    }

    @Override
    public List<EnrolmentStore.Invitation> invitedDevices() {
        return changes.ledger().read(books -> books.enrolments().waiting(changes.now()));
    }

    @Override
    public Optional<Device> device(String id) {
        return changes.ledger().read(books -> books.devices().find(id));
    }

    @Override
    public List<Device> devices() {
        return changes.ledger().read(books -> books.devices().all());
    }

    @Override
    public void revokeDevice(String id) throws IOException {
        devices.revoke(id);
    }
}
