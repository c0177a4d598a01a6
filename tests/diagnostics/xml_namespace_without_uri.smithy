$version: "2.0"

namespace example

@xmlNamespace(uri: "https://example.com/a b")
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ error[XmlNamespaceTrait]: `https://example.com/a b` is not a URI: it contains ' '
structure Order {
    @xmlNamespace(uri: "https://example.com/100%")
    //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[XmlNamespaceTrait]: `https://example.com/100%` is not a URI: two hexadecimal digits follow a `%`
    one: String

    @xmlNamespace(uri: "https://example.com/#a#b")
    //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[XmlNamespaceTrait]: `https://example.com/#a#b` is not a URI: it has two fragments
    two: String

    @xmlNamespace(uri: ":orders")
    //                 ^^^^^^^^^ error[XmlNamespaceTrait]: `:orders` is not a URI: its scheme is missing
    three: String

    @xmlNamespace(uri: "urn:")
    //                 ^^^^^^ error[XmlNamespaceTrait]: `urn:` is not a URI: nothing follows its scheme
    four: String

    @xmlNamespace(uri: "https://example.com/%20?a#b", prefix: "ok")
    five: String
}
