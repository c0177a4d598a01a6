//! In: JSON models. Out: the milliseconds to read all of them into values, once a line.
//! Why: what a loader is compared with that knows nothing of Smithy, of positions and of
//! rules. A program of its own, so that nothing else says how the library is built.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let runs: usize = arguments.next().ok_or("usage: load-peer RUNS FILE..")?.parse()?;
    let files: Vec<Vec<u8>> = arguments.map(std::fs::read).collect::<Result<_, _>>()?;
    for _ in 0..runs {
        let start = Instant::now();
        for file in &files {
            black_box(serde_json::from_slice::<serde_json::Value>(black_box(file))?);
        }
        println!("values {}", start.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(())
}
