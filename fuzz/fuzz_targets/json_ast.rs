//! In: any text, read as a JSON AST. Out: a crash if reading it, or showing what is wrong with
//! it, panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whitesmith_codegen::{internals, Sources};

fuzz_target!(|text: &str| {
    let mut sources = Sources::new();
    sources.add("a.json", text);
    for source in sources.iter() {
        let (_, diagnostics) = internals::parse(source);
        diagnostics.render_text(&sources, false);
        diagnostics.render_json(&sources);
    }
});
