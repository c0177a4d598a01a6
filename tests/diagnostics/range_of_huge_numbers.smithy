$version: "2.0"

namespace example

@range(min: -1e9999, max: 1e9999)
bigInteger Whole

@range(min: 1e-9999)
//          ^^^^^^^ error[RangeTrait]: `min` of `@range` has a fraction, and a bigInteger has none
bigInteger Tiny
