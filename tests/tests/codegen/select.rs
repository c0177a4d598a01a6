//! In: an emitted file and words for some of its items. Out: these items alone. Why: a
//! snapshot that somebody reads in a review has the lines that its fixture is about.
//!
//! An item is called as it is written, without generics and paths: `struct Tree`,
//! `impl Tree`, `impl Tree fn read`, `impl Debug for Tree`, `fn serialize`,
//! `mod builders impl TreeBuilder fn build`.

use syn::{Attribute, File, ImplItem, Item};

/// More than this is no snapshot that a review reads.
const LINES: usize = 60;

/// The items that the selectors name, in the order of the selectors.
pub(crate) fn items(text: &str, selectors: &[String], has_docs: bool) -> Result<String, String> {
    if selectors.is_empty() {
        return limited(text.to_owned());
    }
    let mut file = syn::parse_file(text).map_err(|error| format!("what is emitted is not Rust: {error}"))?;
    if !has_docs {
        file.items.iter_mut().for_each(drop_docs);
    }
    let mut named = Vec::new();
    print_items("", file.items, &mut named);
    let mut chosen = Vec::new();
    for selector in selectors {
        let before = chosen.len();
        chosen.extend(named.iter().filter(|(name, _)| name == selector).map(|(_, text)| text.as_str()));
        if chosen.len() == before {
            let names: Vec<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
            return Err(format!("there is no `{selector}`, but\n{}", names.join("\n")));
        }
    }
    limited(chosen.concat())
}

fn limited(text: String) -> Result<String, String> {
    match text.lines().count() {
        lines if lines > LINES => Err(format!("{lines} lines are too many for one snapshot")),
        _ => Ok(text),
    }
}

/// Each item with its name, and each function of an `impl` in an `impl` of its own.
fn print_items(prefix: &str, items: Vec<Item>, printed: &mut Vec<(String, String)>) {
    for item in items {
        let name = format!("{prefix}{}", name_of(&item));
        let item = print(&name, item, printed);
        match item {
            Some(Item::Impl(mut block)) => {
                for function in std::mem::take(&mut block.items) {
                    let ImplItem::Fn(definition) = &function else { continue };
                    let name = format!("{name} fn {}", definition.sig.ident);
                    block.items = vec![function];
                    let Some(Item::Impl(back)) = print(&name, Item::Impl(block), printed) else { break };
                    block = back;
                }
            }
            Some(Item::Mod(syn::ItemMod { content: Some((_, items)), .. })) => {
                print_items(&format!("{name} "), items, printed);
            }
            _ => {}
        }
    }
}

/// Prints an item and gives it back: without the feature that we have no other use for,
/// syn's items cannot be cloned.
fn print(name: &str, item: Item, printed: &mut Vec<(String, String)>) -> Option<Item> {
    let mut file = File { shebang: None, attrs: Vec::new(), items: vec![item] };
    printed.push((name.to_owned(), prettyplease::unparse(&file)));
    file.items.pop()
}

fn name_of(item: &Item) -> String {
    match item {
        Item::Const(item) => format!("const {}", item.ident),
        Item::Enum(item) => format!("enum {}", item.ident),
        Item::Fn(item) => format!("fn {}", item.sig.ident),
        Item::Impl(item) => {
            let of = match &*item.self_ty {
                syn::Type::Path(path) => last(&path.path),
                _ => String::new(),
            };
            match &item.trait_ {
                Some((_, path, _)) => format!("impl {} for {of}", last(path)),
                None => format!("impl {of}"),
            }
        }
        Item::Macro(item) => format!("macro {}", last(&item.mac.path)),
        Item::Mod(item) => format!("mod {}", item.ident),
        Item::Static(item) => format!("static {}", item.ident),
        Item::Struct(item) => format!("struct {}", item.ident),
        Item::Trait(item) => format!("trait {}", item.ident),
        Item::Type(item) => format!("type {}", item.ident),
        Item::Use(_) => "use".to_owned(),
        _ => String::new(),
    }
}

fn last(path: &syn::Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

fn drop_docs(item: &mut Item) {
    match item {
        Item::Struct(item) => {
            retain(&mut item.attrs);
            item.fields.iter_mut().for_each(|field| retain(&mut field.attrs));
        }
        Item::Enum(item) => {
            retain(&mut item.attrs);
            item.variants.iter_mut().for_each(|variant| retain(&mut variant.attrs));
        }
        Item::Impl(item) => {
            for function in &mut item.items {
                if let ImplItem::Fn(function) = function {
                    retain(&mut function.attrs);
                }
            }
        }
        Item::Fn(item) => retain(&mut item.attrs),
        Item::Mod(item) => {
            retain(&mut item.attrs);
            if let Some((_, items)) = &mut item.content {
                items.iter_mut().for_each(drop_docs);
            }
        }
        _ => {}
    }
}

fn retain(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
}
