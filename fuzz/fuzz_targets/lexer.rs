//! In: any text. Out: a crash if a token does not advance or cuts a character.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    whitesmith_codegen::internals::tokens(text);
});
