//! In: events and the sources they point into. Out: text in the manner of
//! rustc, or one JSON object a line.
