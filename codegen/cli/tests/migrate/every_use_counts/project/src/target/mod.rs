//! A module may be called as the folder that cargo builds in.
async fn run(client: super::store::Client) {
    let _ = client.query().send().await;
}
