package slipstream.cloudlink.service.account;

import java.util.List;

/// Where it is kept who changed what. Entries are added, and never changed.
public interface AuditStore {
    void add(AuditEntry entry);

    /// The newest entries of a circle, newest first.
    List<AuditEntry> newest(String circle, int most);
}
