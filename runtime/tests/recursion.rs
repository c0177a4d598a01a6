//! Bodies nested as deep as the reader allows, of shapes as wide as models
//! get, on a small stack and without optimisation.
//!
//! The shapes are written as the generator emits recursive ones. In a dev
//! build each local of a function has a place of its own, so a reader that
//! kept its fields in locals, or took a value out of its box where it
//! recurses, would need megabytes here: tokio's workers have two.

use std::collections::HashMap;
use whitesmith_runtime::format::MAX_DEPTH;
use whitesmith_runtime::json::{self, Reader, Writer};

/// What the reading thread has, in bytes.
const STACK: usize = 1 << 20;

/// Calls a macro with the names of 96 members.
macro_rules! with_members {
    ($macro:ident) => {
        $macro! { [
            m00 m01 m02 m03 m04 m05 m06 m07 m08 m09 m10 m11 m12 m13 m14 m15 m16 m17 m18 m19
            m20 m21 m22 m23 m24 m25 m26 m27 m28 m29 m30 m31 m32 m33 m34 m35 m36 m37 m38 m39
            m40 m41 m42 m43 m44 m45 m46 m47 m48 m49 m50 m51 m52 m53 m54 m55 m56 m57 m58 m59
            m60 m61 m62 m63 m64 m65 m66 m67 m68 m69 m70 m71 m72 m73 m74 m75 m76 m77 m78 m79
            m80 m81 m82 m83 m84 m85 m86 m87 m88 m89 m90 m91 m92 m93 m94 m95
        ] }
    };
}

/// A structure of 96 strings and five members that recurse.
macro_rules! wide_tree {
    ([$($member:ident)*]) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        struct Tree {
            $($member: Option<String>,)*
            child: Option<Box<Tree>>,
            kids: Option<Vec<Tree>>,
            named: Option<HashMap<String, Tree>>,
            choice: Option<Choice>,
            wide: Option<Box<Wide>>,
        }

        #[derive(Default)]
        struct TreeBuilder {
            $($member: Option<String>,)*
            child: Option<Box<Tree>>,
            kids: Option<Vec<Tree>>,
            named: Option<HashMap<String, Tree>>,
            choice: Option<Choice>,
            wide: Option<Box<Wide>>,
        }

        impl TreeBuilder {
            #[inline(never)]
            fn finish(self: Box<Self>) -> Box<Tree> {
                Box::new(Tree {
                    $($member: self.$member,)*
                    child: self.child,
                    kids: self.kids,
                    named: self.named,
                    choice: self.choice,
                    wide: self.wide,
                })
            }
        }

        impl Tree {
            fn read(r: &mut Reader<'_>) -> Option<Box<Self>> {
                r.begin_object()?;
                let mut partial = Box::<TreeBuilder>::default();
                while let Some(key) = r.key() {
                    let read: fn(&mut TreeBuilder, &mut Reader<'_>) = match &*key {
                        $(stringify!($member) => |b, r| b.$member = r.string(),)*
                        "child" => |b, r| b.child = Tree::read(r),
                        "kids" => |b, r| b.kids = r.boxed_list(Tree::read),
                        "named" => |b, r| b.named = r.boxed_map(Tree::read),
                        "choice" => |b, r| r.unbox(&mut b.choice, Choice::read),
                        "wide" => |b, r| b.wide = Wide::read(r),
                        _ => |_, r| r.skip(),
                    };
                    read(&mut partial, r);
                }
                Some(partial.finish())
            }

            fn write(&self, w: &mut Writer) {
                w.begin_object();
                $(w.string(concat!(",\"", stringify!($member), "\":"), self.$member.as_deref());)*
                w.nested(r#","child":"#, self.child.as_deref(), Tree::write);
                w.list(r#","kids":"#, self.kids.as_deref(), Tree::write);
                w.map(r#","named":"#, self.named.as_ref(), Tree::write);
                w.nested(r#","choice":"#, self.choice.as_ref(), Choice::write);
                w.nested(r#","wide":"#, self.wide.as_deref(), Wide::write);
                w.end_object();
            }
        }
    };
}

with_members!(wide_tree);

/// A union that is boxed where it is a member, so that its own are not.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "as it is emitted")]
enum Wide {
    Tree(Tree),
    Web(Web),
}

impl Wide {
    fn read(r: &mut Reader<'_>) -> Option<Box<Self>> {
        r.union("Wide", |tag, r| {
            let read: fn(&mut Reader<'_>) -> Option<Box<Wide>> = match tag {
                "tree" => |r| json::boxed(Tree::read(r), Self::Tree),
                _ => |r| json::boxed(Web::read(r), Self::Web),
            };
            read(r)
        })
    }

    fn write(&self, w: &mut Writer) {
        w.begin_object();
        match self {
            Self::Tree(value) => w.nested(r#","tree":"#, Some(value), Tree::write),
            Self::Web(value) => w.nested(r#","web":"#, Some(value), Web::write),
        }
        w.end_object();
    }
}

/// A union whose member is boxed, and which holds itself.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Tree(Box<Tree>),
    Again(Vec<Choice>),
    Text(String),
}

impl Choice {
    fn read(r: &mut Reader<'_>) -> Option<Box<Self>> {
        r.union("Choice", |tag, r| {
            let read: fn(&mut Reader<'_>) -> Option<Box<Choice>> = match tag {
                "tree" => |r| Tree::read(r).map(|value| Box::new(Self::Tree(value))),
                "again" => |r| r.boxed_list(Self::read).map(|value| Box::new(Self::Again(value))),
                _ => |r| r.string().map(|value| Box::new(Self::Text(value))),
            };
            read(r)
        })
    }

    fn write(&self, w: &mut Writer) {
        w.begin_object();
        match self {
            Self::Tree(value) => w.nested(r#","tree":"#, Some(&**value), Tree::write),
            Self::Again(value) => w.list(r#","again":"#, Some(value), Self::write),
            Self::Text(value) => w.string(r#","text":"#, Some(value)),
        }
        w.end_object();
    }
}

/// A structure all of whose members recurse.
macro_rules! all_recursive {
    ([$($member:ident)*]) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        struct Web {
            $($member: Option<Box<Web>>,)*
            list: Option<Vec<Web>>,
            map: Option<HashMap<String, Web>>,
        }

        impl Web {
            fn read(r: &mut Reader<'_>) -> Option<Box<Self>> {
                r.begin_object()?;
                let mut partial = Box::<Web>::default();
                while let Some(key) = r.key() {
                    let read: fn(&mut Web, &mut Reader<'_>) = match &*key {
                        $(stringify!($member) => |b, r| b.$member = Web::read(r),)*
                        "list" => |b, r| b.list = r.boxed_list(Web::read),
                        "map" => |b, r| b.map = r.boxed_map(Web::read),
                        _ => |_, r| r.skip(),
                    };
                    read(&mut partial, r);
                }
                Some(partial)
            }

            fn write(&self, w: &mut Writer) {
                w.begin_object();
                $(w.nested(concat!(",\"", stringify!($member), "\":"), self.$member.as_deref(), Web::write);)*
                w.list(r#","list":"#, self.list.as_deref(), Web::write);
                w.map(r#","map":"#, self.map.as_ref(), Web::write);
                w.end_object();
            }
        }
    };
}

with_members!(all_recursive);

/// Reads `body` on a small stack, and writes what it has read.
fn on_a_small_stack<T: 'static>(
    body: String,
    read: fn(&mut Reader<'_>) -> Option<Box<T>>,
    write: fn(&T, &mut Writer),
) -> Result<(), String> {
    let round_trip = move || {
        let mut reader = Reader::new(body.as_bytes());
        let value = read(&mut reader);
        let value = reader.finish(value).map_err(|error| error.to_string())?;
        let value = value.ok_or("the body is a null")?;
        let mut writer = Writer::new();
        write(&value, &mut writer);
        let written = writer.finish().map_err(|error| error.to_string())?;
        (written == body.as_bytes()).then_some(()).ok_or_else(|| "the body has changed".to_owned())
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(round_trip);
    thread.unwrap().join().unwrap()
}

/// `levels` times `open`, then `inner`, then as many times `close`.
fn nested(levels: usize, open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(levels), close.repeat(levels))
}

#[test]
fn recursive_shapes_are_read_to_the_full_depth() {
    let full = usize::from(MAX_DEPTH);
    // Opening and closing text, and how many levels of JSON it is.
    let cases = [
        (r#"{"child":"#, "}", 1),
        (r#"{"kids":["#, "]}", 2),
        (r#"{"named":{"k":"#, "}}", 2),
        (r#"{"choice":{"tree":"#, "}}", 2),
        (r#"{"wide":{"tree":"#, "}}", 2),
    ];
    for (open, close, levels) in cases {
        let inner = if levels == 1 { "{}" } else { r#"{"child":{}}"# };
        let inner_levels = if levels == 1 { 1 } else { 2 };
        let body = nested((full - inner_levels) / levels, open, inner, close);
        assert_eq!(on_a_small_stack(body, Tree::read, Tree::write), Ok(()), "{open}");
        let too_deep = nested(full / levels + 1, open, "{}", close);
        let error = on_a_small_stack(too_deep, Tree::read, Tree::write).unwrap_err();
        assert!(error.starts_with("nested more than 128 levels deep at `"), "{error}");
    }
}

#[test]
fn a_union_that_holds_itself_is_read_to_the_full_depth() {
    let levels = usize::from(MAX_DEPTH) / 2 - 1;
    let body = nested(levels, r#"{"again":["#, r#"{"text":"t"}"#, "]}");
    assert_eq!(on_a_small_stack(body, Choice::read, Choice::write), Ok(()));
}

#[test]
fn a_structure_whose_members_all_recurse_is_read_to_the_full_depth() {
    let full = usize::from(MAX_DEPTH);
    for (open, close, levels) in
        [(r#"{"m00":"#, "}", 1), (r#"{"m95":"#, "}", 1), (r#"{"list":["#, "]}", 2), (r#"{"map":{"k":"#, "}}", 2)]
    {
        let body = nested(full / levels - 1, open, "{}", close);
        assert_eq!(on_a_small_stack(body, Web::read, Web::write), Ok(()), "{open}");
    }
}
