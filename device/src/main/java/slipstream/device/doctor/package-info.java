/// Looks at every link of the chain from POS to service, and says what to do next.
///
/// Each link is a [slipstream.device.doctor.Check], which has a bound on its time and changes nothing: nothing is
/// printed, nothing is asked that the service would remember. [slipstream.device.doctor.Doctor] runs them in order.
package slipstream.device.doctor;
