$version: "2.0"

namespace example

@length(min: 5, max: 3)
//@1 ^^^^^^^^^^^^^^^^^^^^^^^ error[LengthTrait]: `min` of `@length` is greater than `max`
string Name

@range(min: 0.5)
//          ^^^ error[RangeTrait]: `min` of `@range` has a fraction, and an integer has none
integer Count
