package slipstream.cloudlink.service.store;

/// A pool of connections at one moment.
///
/// @param waiting callers that wait for a connection
/// @param most connections at most
public record PoolUse(String name, int active, int idle, int waiting, int most) {}
