$version: "2.0"

namespace example

@cors(origin: "https://books.example.com", origins: { prod: "https://www.example.com" })
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[CorsTrait]: `@cors` takes either `origin` or `origins`, not both
//                                                  = help: move `origin` into `origins`
service Library {}

@cors(origins: { prod: "https://www.example.com" })
service Archive {}

@cors(origin: "https://books.example.com")
service Shop {}

// Each service is judged.
@cors(origin: "https://maps.example.com", origins: { prod: "https://www.example.com" })
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[CorsTrait]: `@cors` takes either `origin` or `origins`, not both
//                                                 = help: move `origin` into `origins`
service Maps {}

@cors(origin: "*", origins: { prod: "https://www.example.com" })
service Anybody {}
