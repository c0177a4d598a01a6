$version: "2.0"
namespace speech

/// Reads texts aloud.
@aws.api#service(sdkId: "Polly", endpointPrefix: "speech")
@aws.auth#sigv4(name: "speech")
@aws.protocols#restJson1
service Speech {
    version: "2016-06-10"
    operations: [SynthesizeSpeech]
}

@http(method: "POST", uri: "/v1/speech")
operation SynthesizeSpeech {
    input := {
        @required Text: String
        Lexicons: Names
        Rate: Integer
    }
    output := { @required @httpPayload AudioStream: Audio }
}

list Names {
    member: String
}

@streaming
blob Audio
