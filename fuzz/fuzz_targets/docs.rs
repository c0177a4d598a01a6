//! In: any text, as the documentation, the title, the deprecation and the values of an
//! enum. Out: a crash if the emitted file has other items than that of a harmless text,
//! or docs that do more than to be read.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use whitesmith_codegen::internals;

#[path = "../../tests/tests/text/judge.rs"]
mod judge;

fuzz_target!(|text: &str| {
    static BASELINE: OnceLock<String> = OnceLock::new();
    let baseline = BASELINE.get_or_init(|| internals::documented("harmless"));
    judge::assert_like(&internals::documented(text), baseline, "docs", judge::skeleton);
});
