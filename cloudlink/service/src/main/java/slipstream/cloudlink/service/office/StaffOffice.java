package slipstream.cloudlink.service.office;

import java.io.IOException;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.staff.StaffDoor;

/// Who may redeem at the counter.
record StaffOffice(Changes changes, MerchantOffice merchants, StaffDoor door) {
    StaffDoor.Invited add(Merchant merchant, String name) {
        var invited = door.invite(merchant.id(), name);
        changes.make(
                books -> {
                    invited.enter(books.staff());
                    return true;
                },
                merchant,
                "staff add",
                merchant.id(),
                name);
        return invited;
    }

    void revoke(String id) throws IOException {
        var known = door.all().stream().filter(one -> one.id().equals(id)).findFirst();
        if (known.isPresent()) {
            var merchant = merchants.existing(known.get().merchantId());
            var detail = merchant.id() + ": " + known.get().name();
            if (changes.make(books -> books.staff().revoke(id, changes.now()), merchant, "staff revoke", id, detail)) {
                return;
            }
        }
        throw new IOException("there is no staff '" + id + "' that could be revoked");
    }
}
