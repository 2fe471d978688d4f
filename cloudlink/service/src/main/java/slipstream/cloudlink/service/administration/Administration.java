package slipstream.cloudlink.service.administration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.fleet.Enrolled;
import slipstream.cloudlink.service.fleet.EnrolmentStore;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.staff.Staff;
import slipstream.cloudlink.service.staff.StaffDoor;

/// Adds and lists merchants, items, campaigns and boxes. Takes effect at once, also in a running service.
///
/// What cannot be done is an [IOException] or [IllegalArgumentException] of one sentence.
public interface Administration {
    /// The same, in somebody's name: each change is written down with it in the audit log. Without, it is the
    /// command line's.
    Administration as(String name);

    /// Adds a merchant that has entrusted us with nothing yet.
    default void addMerchant(Merchant merchant) throws IOException {
        addMerchant(merchant, Map.of());
    }

    /// Adds a merchant with its credentials; all or nothing where one of the files cannot be used.
    void addMerchant(Merchant merchant, Map<Platform, Path> credentials) throws IOException;

    /// Changes a merchant's name, language, exclusion group, address or copies; its circle stays.
    void changeMerchant(Merchant merchant) throws IOException;

    /// Seals away what is in a credentials file and in the files it names, in place of what was entrusted
    /// before; the files are not needed any more.
    void entrust(String merchantId, Platform platform, Path file) throws IOException;

    /// Seals away what a merchant entrusts to us, in place of what was entrusted before.
    ///
    /// @param sheet what a credentials file holds (TOML)
    /// @param files the text of the files that it names, by their names
    /// @throws IllegalArgumentException in one sentence, when it makes no sense
    void entrust(String merchantId, Platform platform, String sheet, Map<String, String> files) throws IOException;

    /// Changes where a merchant's shop is: vouchers say it. Nowhere that is known when absent.
    void locate(String merchantId, Optional<Wording> address) throws IOException;

    /// At which platforms a merchant has entrusted us with credentials.
    List<Platform> entrusted(String merchantId);

    /// Puts every merchant's credentials under the present master key; returns how many there are.
    int renewSeals() throws IOException;

    Optional<Merchant> merchant(String id);

    /// All merchants, by id.
    List<Merchant> merchants();

    /// Adds an item and returns its id.
    ///
    /// @param validDays how many days a voucher is good for once claimed, 1 to 3650
    default String addItem(String merchantId, Wording title, Optional<Wording> terms, int validDays)
            throws IOException {
        return addItem(merchantId, title, terms, validDays, Optional.empty());
    }

    /// Adds an item and returns its id.
    ///
    /// @param validDays how many days a voucher is good for once claimed, 1 to 3650
    /// @param stock how many vouchers there are in all; without end when absent
    default String addItem(
            String merchantId, Wording title, Optional<Wording> terms, int validDays, Optional<Integer> stock)
            throws IOException {
        return addItem(merchantId, title, terms, validDays, stock, Optional.empty());
    }

    /// Adds an item and returns its id.
    ///
    /// @param validDays how many days a voucher is good for once claimed, 1 to 3650
    /// @param stock how many vouchers there are in all; without end when absent
    /// @param price for how much it can be bought; it is only given away when absent
    String addItem(
            String merchantId,
            Wording title,
            Optional<Wording> terms,
            int validDays,
            Optional<Integer> stock,
            Optional<Money> price)
            throws IOException;

    /// Changes what an item says and costs. Vouchers there are say it, too; orders there are keep their price.
    ///
    /// @param price for how much it can be bought from now on; it is only given away when absent
    void changeItem(String id, Wording title, Optional<Wording> terms, Optional<Money> price) throws IOException;

    /// All items, by merchant.
    List<VirtualItem> items();

    /// Lets no new link offer an item, for good; links and vouchers there are stay good.
    void withdrawItem(String id) throws IOException;

    /// Adds a campaign, which never changes afterwards, and returns its id. The merchants and items it names
    /// must be there.
    ///
    /// @param name how its text is called in error messages
    /// @param text TOML, as the README tells
    String addCampaign(String name, String text) throws IOException;

    /// All campaigns, by circle and priority.
    List<CampaignStore.Written> campaigns();

    /// Closes a campaign for good.
    void stopCampaign(String id) throws IOException;

    /// Whether a campaign of this id concerns a merchant and was not stopped.
    boolean runs(Merchant merchant, String campaignId);

    /// Lets somebody redeem a merchant's vouchers on the staff page; link and PIN are told this once.
    StaffDoor.Invited addStaff(String merchantId, String name) throws IOException;

    /// All staff, by merchant and name.
    List<Staff> staff();

    /// Ends what somebody may do, at once.
    void revokeStaff(String id) throws IOException;

    /// Registers a box, writes `device.key`, `device.crt` and `ca.crt` (PEM) into `directory`, returns its id.
    String addDevice(String merchantId, String name, Path directory) throws IOException;

    /// Invites a box and returns the token with which it may register itself once, within a day ([#enrol]).
    String inviteDevice(String merchantId, String name) throws IOException;

    /// Registers the box that shows a token, and certifies its key.
    ///
    /// @param request its certification request (PKCS #10, PEM)
    /// @throws IOException when the token is not good, or not any more
    Enrolled enrol(String token, String request) throws IOException;

    /// The invited boxes that have not come yet.
    List<EnrolmentStore.Invitation> invitedDevices();

    Optional<Device> device(String id);

    /// All boxes, by merchant and name.
    List<Device> devices();

    /// Stops believing a box.
    void revokeDevice(String id) throws IOException;
}
