/// The rules of the domain, as one readable decision.
///
/// Start at [Identification]: it obtains the payment and sees to it that one payment is decided once, for
/// ever. [Rules] is the decision itself. Nothing here knows SQL, HTTP or a platform's format.
package slipstream.cloudlink.service.identify;
