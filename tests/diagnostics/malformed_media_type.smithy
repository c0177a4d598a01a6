$version: "2.0"

namespace example

@mediaType("picture")
//         ^^^^^^^^^ error[MediaType]: `picture` is no media type: behind the type stands `/`
//         = help: @mediaType("text/plain; charset=utf-8")
blob Cover

@mediaType("text/plain; charset")
//         ^^^^^^^^^^^^^^^^^^^^^ error[MediaType]: `text/plain; charset` is no media type: behind the name of a parameter stands `=`
//         = help: @mediaType("text/plain; charset=utf-8")
string Blurb

@mediaType("text/plain; charset=utf-8")
string Right
