//! In: what callers may set, and not every service has. Out: the data of it, which one
//! template prints as the methods of `Config` and of its builder.

/// A setting of a service.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// The setter; `set_` comes before it for the other one.
    pub(crate) name: &'static str,
    pub(crate) ty: SettingType,
    /// The argument of the setters.
    pub(crate) argument: &'static str,
    /// What the value is, after "Sets" and "Sets or clears".
    pub(crate) docs: &'static str,
    /// What the setter says beside it: defaults, bounds.
    pub(crate) more: &'static str,
    /// What the accessor of `Config` returns.
    pub(crate) returned: &'static str,
}

/// The type of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SettingType {
    Bool,
    U32,
    /// A number of bytes, or None for no bound; nobody reads it back.
    Limit,
    /// A type of `sdk::config`, which the crate exports; there is always a value, and anything
    /// that becomes one is taken.
    Given(&'static str),
    /// The same, but only if it was set.
    Optional(&'static str),
}
