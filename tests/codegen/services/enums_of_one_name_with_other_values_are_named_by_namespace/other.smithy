$version: "2.0"
namespace com.example.paint

enum Color { RED, GREEN }
