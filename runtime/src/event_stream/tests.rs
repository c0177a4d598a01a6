//! Round trips of events.
