// carries: Sample
// snapshot warnings: diagnostics
$version: "2.0"
namespace example

@trait
structure shiny { level: Integer }

@shiny(level: 11)
structure Sample { name: String }
