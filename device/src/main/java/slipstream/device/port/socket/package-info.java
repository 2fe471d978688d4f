/// TCP sockets that the JDK cannot make or take over: transparent ones, and those that systemd opened.
package slipstream.device.port.socket;
