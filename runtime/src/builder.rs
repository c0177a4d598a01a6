//! The builder of an operation's input: in, what it is made for; out, what it keeps. An
//! operation has one builder type, so that each setter exists once; what it is made for, to
//! send the input or to have it, is the type's parameter.

/// What a builder keeps: the members `M`, alone or with what sends them.
pub trait Holds<M> {
    /// What was set so far.
    fn members(&self) -> &M;

    /// The same to set more.
    fn members_mut(&mut self) -> &mut M;
}
