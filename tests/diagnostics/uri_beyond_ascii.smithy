$version: "2.0"

namespace example

@http(method: "POST", uri: "/bücher")
//                         ^^^^^^^^^^ error[HttpUriFormat]: a URI can only have ASCII characters, not `ü`: `/bücher`
//                         = help: uri: "/b%C3%BCcher"
operation GetBooks {}
