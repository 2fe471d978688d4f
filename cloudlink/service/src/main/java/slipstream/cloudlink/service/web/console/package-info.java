/// The console for operators and merchants, and the same as an API (`/admin/v1`).
///
/// Each kind of thing is one [Resource]: what of it is shown, what is asked for to add one, what may be done with
/// one, and by whom. [ConsoleRoutes] makes pages of them, [AdminApi] JSON, [Csv] tables. [Door] sees to who is
/// there.
package slipstream.cloudlink.service.web.console;
