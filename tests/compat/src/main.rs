//! In: the crate under the name `cleanrooms`: once aws-sdk-cleanrooms, once ours.
//! Out: a transcript on standard output, one `name: value` a line.
//! Why: what compiles against both is source compatible; what prints the same
//! behaves the same. `differences.toml` beside this folder holds what may differ.

#[allow(deprecated)] // The contract has deprecated items too.
mod signatures;
mod values;

mod calls;
mod canned;
mod mocks;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    signatures::check();
    values::transcript()?;
    calls::transcript().await?;
    mocks::transcript().await?;
    Ok(())
}

/// One line of the transcript. A line break in the value would look like another line.
fn say(name: &str, value: impl std::fmt::Display) {
    println!("{name}: {}", value.to_string().replace('\n', "\\n"));
}
