/// Linux itself, as far as its device files and sockets need more than the JDK gives: files opened without waiting,
/// `poll`, `ioctl`, socket options, descriptors that another process opened.
///
/// [Device] is what a port works on; [Descriptor] is the real one, over `java.lang.foreign`. Numbers are those that
/// x86-64 and arm64 share (`asm-generic`). Java must be started with `--enable-native-access`.
package slipstream.device.port.system;
