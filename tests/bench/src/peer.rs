//! In: nothing. Out: nothing. Why: a package has to need the peer, so that the lock file
//! pins it; that the peer builds is all that is measured.
