package slipstream.device.doctor;

/// Looks at one link.
interface Check {
    /// What there is to say of it; comes within seconds, never throws.
    Finding find();
}
