/// The version.
//@1 ^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//   = help: it must be before a shape or member and all its traits; other comments begin with `//`
$version: "2.0"

/// The namespace.
//@1 ^^^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//   = help: it must be before a shape or member and all its traits; other comments begin with `//`
namespace example

/// What is used.
//@1 ^^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//   = help: it must be before a shape or member and all its traits; other comments begin with `//`
use smithy.api#String

/// Documents the shape.
@tags([
    /// Not a value.
 // ^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
 // = help: it must be before a shape or member and all its traits; other comments begin with `//`
    "shop"
])
structure Order {
    /// Documents the member.
    id: String
}

@deprecated
/// Behind a trait.
//@1 ^^^^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//   = help: it must be before a shape or member and all its traits; other comments begin with `//`
string Id

string Name /// Behind a shape.
//          ^^^^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//          = help: it must be before a shape or member and all its traits; other comments begin with `//`

/// Before an apply statement.
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//   = help: it must be before a shape or member and all its traits; other comments begin with `//`
apply Order @deprecated

/// Before nothing.
//@1 ^^^^^^^^^^^^^^^^^^^ warning[Model.BadDocumentationComment]: this documentation comment documents nothing
//   = help: it must be before a shape or member and all its traits; other comments begin with `//`
