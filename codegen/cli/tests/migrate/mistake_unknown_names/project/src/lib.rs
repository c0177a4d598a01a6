//! Newer than the model.
use aws_sdk_store::operation::{get_item::GetItemOutput as Item, rename_item::RenameItemError};
use aws_sdk_store::types::{error::NoSuchItem, Color, Tier as Level};
