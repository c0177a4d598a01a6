//! In: any texts, parted by form feeds; one that begins with `{` is a JSON AST, any other
//! IDL. Out: a crash if loading and checking them, or showing what is wrong, panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whitesmith_codegen::{load, LoadOptions, Sources};

fuzz_target!(|texts: &str| {
    let mut sources = Sources::new();
    for text in texts.split('\u{c}') {
        let name = if text.trim_start().starts_with('{') { "a.json" } else { "a.smithy" };
        sources.add(name, text);
    }
    let (_, diagnostics) = load(&sources, &LoadOptions::default());
    diagnostics.render_text(&sources, true);
    diagnostics.render_json(&sources);
});
