/// The staff page: whoever works at a shop signs in, types, scans or photographs a voucher's code, reads what it is,
/// and redeems it with one press. Start at [StaffRoutes].
///
/// It works without script and without a camera; a script adds the camera where the browser can read symbols.
package slipstream.cloudlink.service.web.staff;
