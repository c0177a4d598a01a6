//! The builder of an operation's input: in, what it is made for; out, what it keeps. An
//! operation has one builder type, so that each setter exists once; what it is made for, to
//! send the input or to have it, is the type's parameter.

use std::fmt::{self, Debug, Formatter};

/// What a builder keeps: the members `M`, alone or with what sends them.
pub trait Holds<M> {
    /// What was set so far.
    fn members(&self) -> &M;

    /// The same to set more.
    fn members_mut(&mut self) -> &mut M;
}

/// Shows a builder: its state, and the members by the builder's name instead of their own.
pub fn debug(f: &mut Formatter<'_>, state: &dyn Debug, name: &str) -> fmt::Result {
    let text = if f.alternate() { format!("{state:#?}") } else { format!("{state:?}") };
    match text.strip_prefix("Members") {
        Some(rest) => write!(f, "{name}{rest}"),
        None => f.write_str(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows itself as a derived Debug does.
    struct Members;

    impl Debug for Members {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.debug_tuple("Members").field(&"Members").finish()
        }
    }

    struct Builder;

    impl Debug for Builder {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            debug(f, &Members, "DoInputBuilder")
        }
    }

    #[test]
    fn a_builder_is_shown_by_its_name() {
        assert_eq!(format!("{Builder:?}"), r#"DoInputBuilder("Members")"#);
        assert_eq!(format!("{:#?}", [Builder]), "[\n    DoInputBuilder(\n        \"Members\",\n    ),\n]");
    }
}
