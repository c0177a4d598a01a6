$version: "2.0"

namespace wire

// Hosts that an operation puts something before.

@readonly
@endpoint(hostPrefix: "data.")
@http(method: "GET", uri: "/host")
operation Host {}

@readonly
@endpoint(hostPrefix: "{shop}-{color}.data.")
@http(method: "GET", uri: "/host-of-shop")
operation HostOfShop {
    input := {
        @required
        @hostLabel
        @httpQuery("shop")
        shop: String

        @required
        @hostLabel
        @httpHeader("X-Color")
        color: Color
    }
}
