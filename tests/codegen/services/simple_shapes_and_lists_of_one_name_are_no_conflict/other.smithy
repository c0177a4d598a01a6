$version: "2.0"
namespace other

string Name
list Names { member: Name }
