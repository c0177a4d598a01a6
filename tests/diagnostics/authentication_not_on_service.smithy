$version: "2.0"

namespace example

@httpBasicAuth
@auth([httpBearerAuth])
//     ^^^^^^^^^^^^^^ danger[AuthTrait]: service `example#Library` has no authentication scheme `httpBearerAuth`
//     = help: the service has `httpBasicAuth`
service Library {
    operations: [GetBook, GetLoan]
}

@auth([httpBasicAuth, httpDigestAuth])
//                    ^^^^^^^^^^^^^^ danger[AuthTrait]: service `example#Library` has no authentication scheme `httpDigestAuth`
//                    = help: the service has `httpBasicAuth`
operation GetBook {}

@auth([])
operation GetLoan {}

@auth([httpBasicAuth])
//     ^^^^^^^^^^^^^ danger[AuthTrait]: service `example#Archive` has no authentication scheme `httpBasicAuth`
//     = help: put the trait of the scheme on the service
service Archive {}
