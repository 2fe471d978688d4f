package slipstream.cloudlink.service.account;

import java.util.List;

/// Where it is kept who changed what. Entries are added, and never changed.
public interface AuditStore {
    void add(AuditEntry entry);

    /// Entries of a circle, newest first.
    ///
    /// @param before how many newer ones are left out
    List<AuditEntry> newest(String circle, int before, int most);
}
