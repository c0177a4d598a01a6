//! In: a JSON model, a folder to read, a folder to write.
//! Out: the folder's files again, after the model has been parsed and dropped.
//! Why: the least that a generator can do. What `cargo xtask codegen` takes beyond
//! this is the price of the generator itself.

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, from, to] = arguments.as_slice() else {
        return Err("usage: copy MODEL FROM TO".into());
    };
    let model: serde_json::Value = serde_json::from_slice(&fs::read(model)?)?;
    let shapes = model.get("shapes").and_then(|shapes| shapes.as_object()).map_or(0, |shapes| shapes.len());
    let bytes = copy(Path::new(from), Path::new(to))?;
    println!("{shapes} shapes, {bytes} bytes");
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<usize> {
    fs::create_dir_all(to)?;
    let mut bytes = 0;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            bytes += copy(&entry.path(), &target)?;
        } else {
            let text = fs::read(entry.path())?;
            fs::write(target, &text)?;
            bytes += text.len();
        }
    }
    Ok(bytes)
}
