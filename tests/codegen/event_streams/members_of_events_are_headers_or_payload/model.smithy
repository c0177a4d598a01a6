// snapshot event: src/shapes/measured.rs impl Write for Measured, impl Read for Measured
// snapshot payloads: src/shapes/picture.rs impl Write for Picture, impl Read for Picture
// snapshot rest: src/shapes/noted.rs impl Write for Noted, impl Read for Noted
// snapshot stream: src/shapes/feed.rs impl Write for Feed, impl Read for Feed
$version: "2.0"
namespace example

@http(method: "POST", uri: "/exchange")
operation Exchange {
    input := { @httpPayload feed: Feed }
    output := { @httpPayload feed: Feed }
}
@streaming
union Feed { measured: Measured, picture: Picture, caption: Caption, noted: Noted, choice: Chosen }
structure Measured {
    @eventHeader flag: Boolean
    @eventHeader tiny: Byte
    @eventHeader small: Short
    @eventHeader number: Integer
    @eventHeader large: Long
    @eventHeader bytes: Blob
    @eventHeader name: String
    @eventHeader at: Timestamp
    @eventHeader color: Color
    @eventHeader @required unit: String
}
enum Color { RED }
structure Picture { @eventHeader name: String, @eventPayload image: Image }
@mediaType("image/png")
blob Image
structure Caption { @eventPayload text: String }
structure Noted { @eventHeader author: String, note: String, @required line: Integer }
structure Chosen { @eventPayload choice: Choice }
union Choice { yes: String, no: Integer }
