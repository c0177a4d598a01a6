$version: "2.0"

namespace example

@mediaType("picture")
//         ^^^^^^^^^ error[MediaType]: `picture` is not a media type: `/` must follow the type
//         = help: @mediaType("text/plain; charset=utf-8")
blob Cover

@mediaType("text/plain; charset")
//         ^^^^^^^^^^^^^^^^^^^^^ error[MediaType]: `text/plain; charset` is not a media type: `=` must follow the name of a parameter
//         = help: @mediaType("text/plain; charset=utf-8")
string Blurb

@mediaType("text/plain; charset=utf-8")
string Right
