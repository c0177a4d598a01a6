//! A service of ours: rpcv2Cbor. The server reads and writes with another CBOR library.

mod server;

use ::shelf::error::ProvideErrorMetadata;
use ::shelf::operation::get_book::GetBookError;
use ::shelf::primitives::{Blob, DateTime};
use ::shelf::types::{Binding, Book, Kind};

use crate::calls::{is, same, Calls, Checked};

pub(crate) async fn run(calls: &mut Calls) -> Checked {
    let url = server::start().await?;
    let client = crate::client!(@own ::shelf, url);
    let first = book("Walks", Kind::Atlas, Binding::Stitches(-40));
    let put = calls.ok("shelf PutBook", client.put_book().book(first.build()?).send()).await?;
    same("the id", (put.id(), put.replaced()), (1, Some(false)))?;
    // A kind that the model does not know.
    let second = book("Dogs \u{1F415}", Kind::from("GUIDE"), Binding::Paper(String::new()));
    let put = calls.ok("shelf PutBook", client.put_book().book(second.clone().build()?).send()).await?;
    same("the id", put.id(), 2)?;

    let read = calls.ok("shelf GetBook", client.get_book().id(2).send()).await?;
    same("the book", read.book(), Some(&second.id(2).build()?))?;
    let mut books = client.list_books().into_paginator().page_size(1).items().send();
    for title in [Some("Walks"), Some("Dogs \u{1F415}"), None] {
        let book = calls.ok("shelf ListBooks", async { books.try_next().await }).await?;
        same("the title", book.as_ref().map(|book| book.title()), title)?;
    }

    calls.ok("shelf DeleteBook", client.delete_book().id(2).send()).await?;
    let error = calls.refused("shelf GetBook", client.get_book().id(2).send()).await?;
    let GetBookError::NoSuchBook(missing) = &error else { return is(&error, false) };
    same("the error", (missing.id(), missing.message()), (Some(2), Some("there is no book 2")))?;
    let request = client.put_book().book(Book::builder().title("x".repeat(1000)).build()?);
    let error = calls.refused("shelf PutBook", request.send()).await?;
    is(&error, error.is_shelf_is_full())?;
    same("its code", error.code(), Some("ShelfIsFull"))
}

/// A book with all members but its id.
fn book(title: &str, kind: Kind, binding: Binding) -> ::shelf::types::builders::BookBuilder {
    Book::builder()
        .title(title)
        .kind(kind)
        .pages(i32::MIN)
        .weight(0.1)
        .printed(DateTime::from_millis(1_700_000_000_500))
        .cover(Blob::new([0, 1, 255]))
        .authors("Ada")
        .authors("")
        .notes("many", vec!["a".to_owned(), "b".to_owned()])
        .notes("none", Vec::new())
        .binding(binding)
}
