//! In: parts of an upload, with each algorithm. Out: whether they are received as they were sent.

mod sums;
