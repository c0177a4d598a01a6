//! What callers give the rules beside their calls: in, the settings of a client or of a call;
//! out, parameters. Settings that only one model has are kept by their names.

use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreAppend};
#[cfg(feature = "aws")]
use aws_types::{
    endpoint_config::{AccountIdEndpointMode, UseDualStack, UseFips},
    region::Region,
};

#[cfg(feature = "aws")]
pub(crate) use aws_types::endpoint_config::EndpointUrl;

/// The setting `endpoint_url`, by the type that the official crates have for it where they are
/// there.
#[cfg(not(feature = "aws"))]
#[derive(Clone, Debug)]
pub(crate) struct EndpointUrl(pub(crate) String);

#[cfg(not(feature = "aws"))]
impl Storable for EndpointUrl {
    type Storer = aws_smithy_types::config_bag::StoreReplace<Self>;
}

/// The built-in `AWS::Region`.
#[cfg(feature = "aws")]
pub fn region(cfg: &ConfigBag) -> Option<String> {
    cfg.load::<Region>().map(|region| region.as_ref().to_owned())
}

/// The built-in `AWS::UseDualStack`.
#[cfg(feature = "aws")]
pub fn use_dual_stack(cfg: &ConfigBag) -> Option<bool> {
    cfg.load::<UseDualStack>().map(|setting| setting.0)
}

/// The built-in `AWS::UseFIPS`.
#[cfg(feature = "aws")]
pub fn use_fips(cfg: &ConfigBag) -> Option<bool> {
    cfg.load::<UseFips>().map(|setting| setting.0)
}

/// The built-in `SDK::Endpoint`.
pub fn endpoint_url(cfg: &ConfigBag) -> Option<String> {
    cfg.load::<EndpointUrl>().map(|setting| setting.0.clone())
}

/// The built-in `AWS::Auth::AccountIdEndpointMode`.
#[cfg(feature = "aws")]
pub fn account_id_endpoint_mode(cfg: &ConfigBag) -> Option<String> {
    let mode = cfg.load::<AccountIdEndpointMode>().cloned().unwrap_or_default();
    Some(mode.to_string())
}

/// A client context parameter, under its name in the rules.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    name: &'static str,
    value: Option<SettingValue>,
}

impl Setting {
    pub(crate) fn new(name: &'static str, value: Option<impl Into<SettingValue>>) -> Self {
        Self { name, value: value.map(Into::into) }
    }

    /// Whether it gives this parameter a value.
    #[cfg(feature = "aws")]
    pub(crate) fn gives(&self, name: &str) -> bool {
        self.name == name && self.value.is_some()
    }
}

impl Storable for Setting {
    type Storer = StoreAppend<Self>;
}

/// A client context parameter that the environment and the profile may set, too.
#[cfg(feature = "aws")]
#[derive(Clone, Copy, Debug)]
pub struct OutsideFlag {
    /// Its name in the rules.
    pub name: &'static str,
    /// `AWS_S3_DISABLE_EXPRESS_SESSION_AUTH`
    pub variable: &'static str,
    /// `s3_disable_express_session_auth`
    pub key: &'static str,
}

#[cfg(feature = "aws")]
impl OutsideFlag {
    /// What the environment says, if it says anything.
    pub(crate) fn of_environment(&self) -> Option<Setting> {
        self.parse(&std::env::var(self.variable).ok()?)
    }

    /// What a text says; nothing, with a warning, if it is neither `true` nor `false`.
    pub(crate) fn parse(&self, text: &str) -> Option<Setting> {
        let flag = [true, false].into_iter().find(|flag| text.trim().eq_ignore_ascii_case(&flag.to_string()));
        if flag.is_none() {
            tracing::warn!("{} or {} is neither `true` nor `false`, and is ignored", self.variable, self.key);
        }
        flag.map(|flag| Setting::new(self.name, Some(flag)))
    }
}

/// The value of a client context parameter.
#[derive(Clone, Debug)]
pub enum SettingValue {
    /// A boolean.
    Flag(bool),
    /// A string.
    Text(String),
    /// A list of strings.
    List(Vec<String>),
}

macro_rules! setting_types {
    ($($variant:ident: $ty:ty,)+) => {
        $(
            impl From<$ty> for SettingValue {
                fn from(value: $ty) -> Self {
                    Self::$variant(value)
                }
            }

            impl TryFrom<&SettingValue> for $ty {
                type Error = ();

                fn try_from(value: &SettingValue) -> Result<Self, ()> {
                    match value {
                        SettingValue::$variant(value) => Ok(value.clone()),
                        _ => Err(()),
                    }
                }
            }
        )+
    };
}

setting_types! {
    Flag: bool,
    Text: String,
    List: Vec<String>,
}

/// What callers gave client context parameters: seldom anything, which is found out once.
pub fn settings(cfg: &ConfigBag) -> GivenSettings<'_> {
    GivenSettings(cfg.load::<Setting>().next().map(|_| cfg))
}

/// A config in which there is a setting, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct GivenSettings<'c>(Option<&'c ConfigBag>);

impl GivenSettings<'_> {
    /// What was given last: for the call, else for the client.
    pub fn get<T>(self, name: &str) -> Option<T>
    where
        T: for<'v> TryFrom<&'v SettingValue>,
    {
        // The bag yields the newest first.
        let given = self.0?.load::<Setting>().find(|setting| setting.name == name)?;
        given.value.as_ref().and_then(|value| value.try_into().ok())
    }
}
