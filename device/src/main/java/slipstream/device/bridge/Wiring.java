package slipstream.device.bridge;

import java.util.function.Function;
import slipstream.escpos.inject.Claims;

/// How the sessions of a bridge work; another one takes its place when the configuration changes.
///
/// @param line the way to the printer
/// @param stages makes what stands in a session from its first byte on
/// @param laterStages makes what stands in it from a later receipt on, when it is not known what state the printer is
/// in
/// @param claims makes who decides for a session's receipts; decisions that come later are to be run by what it is
/// given
record Wiring(
        BridgeOptions options,
        PrinterLine line,
        Stage.Maker stages,
        Stage.Maker laterStages,
        Function<Decisions, Claims> claims) {}
