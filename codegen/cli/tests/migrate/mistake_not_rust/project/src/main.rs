//! A brace too many.
fn main() {}}
