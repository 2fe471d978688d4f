/// How the technician's commands talk to the running box: a unix domain socket, a line of JSON each way.
///
/// [ControlServer] answers in the box, [ControlClient] asks in a command. Who may open the socket's directory may
/// ask.
package slipstream.device.control;
