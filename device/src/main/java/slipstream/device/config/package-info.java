/// The box's one configuration file.
///
/// [BoxConfig] reads it; what is wrong with it is told all at once, by [ConfigException].
package slipstream.device.config;
