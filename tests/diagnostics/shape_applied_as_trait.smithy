$version: "2.0"

namespace example

document Notes

structure Marker {}

@Notes(text: "a")
//@1 ^^^^^^^^^^^^^^^^^ error[Model]: `example#Notes` is not a trait and cannot be applied to `example#Sample`
//   = help: put `@trait` on `example#Notes`
structure Sample {
    @Marker
 // ^^^^^^^ error[Model]: `example#Marker` is not a trait and cannot be applied to `example#Sample$member`
 // = help: put `@trait` on `example#Marker`
    member: String

    @Marker
 // ^^^^^^^ error[Model]: `example#Marker` is not a trait and cannot be applied to `example#Sample$other`
 // = help: put `@trait` on `example#Marker`
    other: String
}
