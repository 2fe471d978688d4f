package slipstream.cloudlink.service.fleet;

/// What a box that was invited is given.
///
/// @param device its id
/// @param certificate for its own key, PEM
/// @param authority whose certificates it is to believe, PEM
public record Enrolled(String device, String certificate, String authority) {}
