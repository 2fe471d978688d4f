/// The configuration: one TOML file, read strictly.
///
/// [Configuration] is what the service is started with; [TomlFile] reads a file and says in one sentence,
/// with key and line, what is wrong with it.
package slipstream.cloudlink.service.config;
