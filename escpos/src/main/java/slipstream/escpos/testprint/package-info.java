/// The page with which a technician sees what a printer really does, fact by fact of its profile.
///
/// [TestPage] makes its bytes; they go to the printer as they are, or to the renderer for a picture of what
/// the profile promises. Lay one beside the other.
package slipstream.escpos.testprint;
