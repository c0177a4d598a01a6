$version: "2.0"

namespace example

@trait(selector: "service")
@protocolDefinition(noInlineDocumentSupport: true)
structure plainText {}

@plainText
//@1 ^^^^^^^^^^ error[NoInlineDocumentSupport]: the protocol `example#plainText` does not support documents, which service `example#Library` uses: `example#Notes`
service Library {
    operations: [PutBook]
}

@plainText
service Archive {}

operation PutBook {
    input := {
        notes: Notes
    }
}

document Notes
