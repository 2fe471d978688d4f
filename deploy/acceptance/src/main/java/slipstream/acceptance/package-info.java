/// The main job end to end: every part of the project, real sockets between them, one story.
///
/// [Try] is what `deploy/bin/try` runs; [Street] holds the parts, [Story] tells what happens.
package slipstream.acceptance;
