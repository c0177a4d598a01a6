// carries: Sample
// snapshot debug: src/shapes/sample.rs impl Debug for Sample
$version: "2.0"
namespace example

structure Sample {
    words: Words
    byName: WordsByName
}
list Words { member: Word }
map WordsByName { key: String, value: Words }
@sensitive
string Word
