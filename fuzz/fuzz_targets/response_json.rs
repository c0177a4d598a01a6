//! In: any bytes, as a whole response or stream of events through a client of JSON.
//! Out: a crash if it panics, or shows a secret.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    secrets::fuzzed::run(&["rest_json1", "aws_json1_0", "aws_json1_1", "rpcv2_json"], data);
});
