//! Uses a fork.
