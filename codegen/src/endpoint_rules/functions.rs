//! The functions of the rules engine and of its extension for AWS: what they
//! take and what they give (Smithy 2.0, "Rules engine standard library" and
//! "AWS rules engine library functions").

use super::parse::Version;
use super::Type;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    BooleanEquals,
    Coalesce,
    GetAttr,
    IsSet,
    IsValidHostLabel,
    IfThenElse,
    Not,
    ParseUrl,
    Split,
    StringEquals,
    Substring,
    UriEncode,
    AwsIsVirtualHostableS3Bucket,
    AwsParseArn,
    AwsPartition,
}

/// In the order of the variants.
const ALL: &[(&str, Function)] = &[
    ("booleanEquals", Function::BooleanEquals),
    ("coalesce", Function::Coalesce),
    ("getAttr", Function::GetAttr),
    ("isSet", Function::IsSet),
    ("isValidHostLabel", Function::IsValidHostLabel),
    ("ite", Function::IfThenElse),
    ("not", Function::Not),
    ("parseURL", Function::ParseUrl),
    ("split", Function::Split),
    ("stringEquals", Function::StringEquals),
    ("substring", Function::Substring),
    ("uriEncode", Function::UriEncode),
    ("aws.isVirtualHostableS3Bucket", Function::AwsIsVirtualHostableS3Bucket),
    ("aws.parseArn", Function::AwsParseArn),
    ("aws.partition", Function::AwsPartition),
];

impl Function {
    /// The function of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        ALL.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// Every name, for suggestions.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|(name, _)| *name)
    }

    /// The name in rules.
    pub(crate) fn name(self) -> &'static str {
        ALL.get(self as usize).map_or("", |(name, _)| name)
    }

    /// The first version of the rules engine that has the function.
    pub(crate) fn since(self) -> Version {
        match self {
            Self::Coalesce | Self::IfThenElse | Self::Split => Version { major: 1, minor: 1 },
            _ => Version { major: 1, minor: 0 },
        }
    }

    /// The types of the arguments. `coalesce` has two or more, and what it and
    /// `ite` make of them the check says.
    pub(super) fn takes(self) -> &'static [Type] {
        match self {
            Self::BooleanEquals => &[Type::Boolean, Type::Boolean],
            Self::Coalesce => &[Type::Any, Type::Any],
            Self::GetAttr => &[Type::Any, Type::String],
            Self::IsSet => &[Type::Any],
            Self::IsValidHostLabel | Self::AwsIsVirtualHostableS3Bucket => &[Type::String, Type::Boolean],
            Self::IfThenElse => &[Type::Boolean, Type::Any, Type::Any],
            Self::Not => &[Type::Boolean],
            Self::ParseUrl | Self::UriEncode | Self::AwsParseArn | Self::AwsPartition => &[Type::String],
            Self::Split => &[Type::String, Type::String, Type::Integer],
            Self::StringEquals => &[Type::String, Type::String],
            Self::Substring => &[Type::String, Type::Integer, Type::Integer, Type::Boolean],
        }
    }

    /// The type of what the function gives.
    pub(super) fn gives(self) -> Type {
        let text = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), Type::String)).collect::<Vec<_>>();
        match self {
            Self::BooleanEquals
            | Self::IsSet
            | Self::IsValidHostLabel
            | Self::Not
            | Self::StringEquals
            | Self::AwsIsVirtualHostableS3Bucket => Type::Boolean,
            Self::Coalesce | Self::GetAttr | Self::IfThenElse => Type::Any,
            Self::UriEncode => Type::String,
            Self::Substring => Type::String.optional(),
            Self::Split => Type::Array(Box::new(Type::String)),
            Self::ParseUrl => {
                let mut members = text(&["scheme", "authority", "path", "normalizedPath"]);
                members.push(("isIp".to_owned(), Type::Boolean));
                Type::Record(members).optional()
            }
            Self::AwsParseArn => {
                let mut members = text(&["partition", "service", "region", "accountId"]);
                members.push(("resourceId".to_owned(), Type::Array(Box::new(Type::String))));
                Type::Record(members).optional()
            }
            Self::AwsPartition => {
                let mut members = text(&["name", "dnsSuffix", "dualStackDnsSuffix", "implicitGlobalRegion"]);
                members.extend(["supportsFIPS", "supportsDualStack"].map(|name| (name.to_owned(), Type::Boolean)));
                Type::Record(members).optional()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_has_its_own_name() {
        assert!(ALL.iter().all(|(name, function)| function.name() == *name));
    }
}
