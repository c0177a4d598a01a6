// carries: Sample
// snapshot warnings: diagnostics
$version: "2.0"
namespace example

@com.vendor#shiny(level: 11)
structure Sample { name: String }
