package slipstream.cloudlink.client;

import java.time.Duration;
import slipstream.cloudlink.protocol.Problem;

/// Why a question has no answer. Whatever it is, the receipt prints plain.
public sealed interface Failure {
    /// One sentence for a log.
    String message();

    /// There is no connection, and the question never left the box.
    ///
    /// @param why what keeps us from the service
    record NotConnected(String why) implements Failure {
        @Override
        public String message() {
            return "Not connected to the service: " + why + ".";
        }
    }

    /// Too many questions are open; this one never left the box.
    ///
    /// @param limit how many may be open at a time
    record Busy(int limit) implements Failure {
        @Override
        public String message() {
            return "Already " + limit + " questions are open.";
        }
    }

    /// The answer did not come in time; if it comes later it is dropped.
    ///
    /// @param patience how long was waited
    record TimedOut(Duration patience) implements Failure {
        @Override
        public String message() {
            return "No answer from the service within " + patience.toMillis() + " ms.";
        }
    }

    /// The connection or the question's stream ended first. The service may or may not have read the question.
    ///
    /// @param why what ended it
    record Lost(String why) implements Failure {
        @Override
        public String message() {
            return "The question was lost: " + why + ".";
        }
    }

    /// The service understood and refused.
    ///
    /// @param status the HTTP status, 400 to 599
    /// @param problem the service's own words; treat them as text from outside
    record Refused(int status, Problem problem) implements Failure {
        @Override
        public String message() {
            return "The service refused with " + status + " " + Words.plain(problem.code()) + ": "
                    + Words.plain(problem.message());
        }
    }

    /// What came back is no answer of the service.
    ///
    /// @param what what was found and what was expected
    record Garbage(String what) implements Failure {
        @Override
        public String message() {
            return "The answer is not one of the service: " + what + ".";
        }
    }

    /// The client was closed.
    record Closed() implements Failure {
        @Override
        public String message() {
            return "The client is closed.";
        }
    }
}
