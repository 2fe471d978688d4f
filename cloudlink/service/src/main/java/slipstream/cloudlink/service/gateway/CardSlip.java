package slipstream.cloudlink.service.gateway;

/// What makes a card's number one of its kind: its numbers begin anew, at each terminal and each day.
///
/// @param terminal the card terminal's number
/// @param day the day printed on the receipt, `yyyy-MM-dd` by the shop's clock
public record CardSlip(String terminal, String day) {}
