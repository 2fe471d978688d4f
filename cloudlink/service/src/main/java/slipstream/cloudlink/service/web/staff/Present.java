package slipstream.cloudlink.service.web.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Hashes;
import slipstream.cloudlink.service.staff.Staff;

/// Who is signed in, and where.
record Present(String session, Staff staff, Merchant merchant) {
    /// The word that each of this session's forms carries: another site cannot know it.
    String form() {
        return Hashes.sha256("staff-form", session);
    }

    /// Whether a form carried that word.
    boolean sent(String word) {
        return MessageDigest.isEqual(form().getBytes(UTF_8), word.getBytes(UTF_8));
    }
}
