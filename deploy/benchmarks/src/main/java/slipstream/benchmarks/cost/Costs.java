package slipstream.benchmarks.cost;

import java.util.Optional;

/// What a route costs: rates and work are medians of rounds, delays are of all rounds together.
///
/// @param name the route's
/// @param textSpeed of one long connection, in MB a second
/// @param rasterSpeed the same with pictures
/// @param rate short connections a second, a receipt each
/// @param firstOfConnection from connecting until the printer has the first byte
/// @param firstOfReceipt from sending until the printer has the first byte, on a connection that stands
/// @param cut from sending feed and cut until the printer has the cut
/// @param textWork processor time, in ms a MB
/// @param rasterWork the same with pictures
/// @param receiptWork processor time of a receipt that comes by a connection of its own, in ms
/// @param memory empty when there is no process
/// @param paid receipts of which the service was asked, where there is one
/// @param links how many of them got a link
record Costs(
        String name,
        double textSpeed,
        double rasterSpeed,
        double rate,
        Delays firstOfConnection,
        Delays firstOfReceipt,
        Delays cut,
        double textWork,
        double rasterWork,
        double receiptWork,
        Optional<Memory> memory,
        int paid,
        int links) {}
