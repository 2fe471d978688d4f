package slipstream.cloudlink.service.account;

/// What accounts ask of the database.
public interface AccountBooks {
    AccountStore accounts();

    SessionStore sessions();

    AuditStore audit();
}
