package slipstream.escpos.profile;

/// One line `key = value` of a profile, and where it is from.
///
/// @param key what it is about
/// @param value as it is written
/// @param source the comment that it stands below; empty where there is none
/// @param profile the profile whose file it stands in: another one's where the file says `like`
public record ProfileFact(String key, String value, String source, String profile) {}
