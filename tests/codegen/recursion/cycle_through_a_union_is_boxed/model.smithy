// carries: Expression
// snapshot types: src/shapes/expression.rs struct Expression
// snapshot union: src/shapes/operand.rs enum Operand, impl Operand fn read
$version: "2.0"
namespace example

structure Expression { left: Operand }
union Operand {
    constant: Integer
    nested: Expression
}
