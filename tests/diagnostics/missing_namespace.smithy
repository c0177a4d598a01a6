$version: "2.0"

structure Order {}
//@1 ^^^^^^^^^ error[Model]: expected `namespace`, found `structure`
//   = help: namespace com.example
