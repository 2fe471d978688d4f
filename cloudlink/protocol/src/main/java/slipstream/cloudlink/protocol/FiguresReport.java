package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;
import java.util.Map;

/// What a box tells of one day: `POST /v1/figures`. Totals since the box was started, so that a report may be sent
/// any number of times, at any time; the greatest numbers of a day and run stand.
///
/// @param day by the box's own clock: `2026-11-22`
/// @param run a word that the box draws anew each time it is started: 1 to 40 letters, digits or `-`
/// @param counts by name: `receipts`, `references` (receipts with one), `printed` (links on paper), `late` (answers
///     that missed the hold budget), and how long receipts were held: `held-10`, `held-25`, `held-50`, `held-100`,
///     `held-150`, `held-200`, `held-250`, `held-350`, `held-500`, `held-1000` for at most so many milliseconds,
///     each receipt in the first that fits, else in `held-more`. What is not named is 0
@Json
public record FiguresReport(String day, String run, Map<String, Long> counts) {}
