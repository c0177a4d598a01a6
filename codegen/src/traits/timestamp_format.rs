//! `@timestampFormat`: on the member beats on the target beats the default of
//! the place that the value is written to.

use crate::ir::TimestampFormat;
use crate::model::{ids, Node};

/// The format that a node names; None for a format that nobody knows.
pub(crate) fn parse(node: &Node) -> Option<TimestampFormat> {
    match node.as_str()? {
        "date-time" => Some(TimestampFormat::DateTime),
        "epoch-seconds" => Some(TimestampFormat::EpochSeconds),
        "http-date" => Some(TimestampFormat::HttpDate),
        _ => None,
    }
}

/// The trait's id.
pub(crate) const ID: &str = ids::TIMESTAMP_FORMAT;
