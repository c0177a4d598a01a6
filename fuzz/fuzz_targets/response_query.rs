//! In: any bytes, as a whole response or stream of events through a client of the query protocols.
//! Out: a crash if it panics, or shows a secret.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| secrets::fuzzed::run(&["aws_query", "ec2_query"], data));
