$version: "2.0"
namespace com.amazonaws.glacier

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "Glacier")
@sigv4(name: "glacier")
@restJson1
service Archives { version: "2012-06-01", operations: [ListVaults, UploadArchive] }

@http(method: "GET", uri: "/{accountId}/vaults")
@readonly
operation ListVaults {
    input := {
        @required
        @httpLabel
        accountId: String
    }
}

@http(method: "POST", uri: "/{accountId}/vaults/{vaultName}/archives")
operation UploadArchive {
    input := {
        @required
        @httpLabel
        accountId: String

        @required
        @httpLabel
        vaultName: String

        @httpHeader("x-amz-sha256-tree-hash")
        checksum: String

        @httpPayload
        body: Archive = ""
    }
}

@streaming
blob Archive
