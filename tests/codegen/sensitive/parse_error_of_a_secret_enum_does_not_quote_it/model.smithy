// carries: Pin
// snapshot parse: src/shapes/pin.rs impl Pin
$version: "2.0"
namespace example

@sensitive
enum Pin {
    A = "1234"
}
