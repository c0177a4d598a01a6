// carries: Sample
// snapshot sample with docs: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

/// <p>One <code>Sample</code> of <b>many</b>.</p><ul><li><p>First</p></li><li>Second <a href="https://example.com/">link</a></li></ul>
structure Sample {
    /// <p>Written as <code>arn:&lt;id&gt;</code>.</p><note><p>Not <i>yet</i>.</p></note>
    name: String
    /// A <placeholder> stays, and so does [this] and a * star.
    odd: String
    plain: Named
}
/// What a name is.
string Named
