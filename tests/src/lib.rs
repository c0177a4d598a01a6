//! In: nothing but this repository. Out: what the example and the tests share.
//! Why: a service at the other end is needed by more than one test.

pub mod clean_rooms;
pub mod loopback;
