//! A client of one package goes to another.
pub fn get(client: &store::Client) -> tools::Getter {
    tools::get(client)
}
