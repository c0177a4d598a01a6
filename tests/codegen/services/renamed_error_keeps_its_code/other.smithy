$version: "2.0"
namespace other

@error("client")
structure Missing {}
