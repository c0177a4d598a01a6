//! In: nothing. Out: nothing: the clients are the targets in tests/, a crate each, since
//! emitted code names its own crate. It exists because a package needs a library.
