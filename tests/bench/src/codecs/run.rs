//! In: tasks by name, and the arguments `check`, or a task and how often to do it. Out:
//! what the arguments ask for. Why: the programs of this folder are alike but for their
//! tasks; callgrind counts what each repetition costs.

use std::error::Error;

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

pub(crate) fn run(check: impl FnOnce() -> Outcome, tasks: &[(&str, &dyn Fn())]) -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check"] => check(),
        [task, times] => {
            let (_, task) = tasks.iter().find(|(name, _)| name == task).ok_or("there is no such task")?;
            (0..times.parse::<u32>()?).for_each(|_| task());
            Ok(())
        }
        _ => Err("usage: codecs-.. (check | TASK N)".into()),
    }
}
