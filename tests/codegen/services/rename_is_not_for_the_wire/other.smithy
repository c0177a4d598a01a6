$version: "2.0"
namespace other

structure Thing { y: Integer }
structure Parcel { y: Integer }
