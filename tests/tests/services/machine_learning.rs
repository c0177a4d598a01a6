//! Where predictions of Machine Learning are asked for: at the address in the input.

use services::machine_learning::Client;
use whitesmith_tests::loopback::{Loopback, Reply};

use crate::{config, only, Checked};

#[tokio::test]
async fn predictions_are_asked_for_at_their_endpoint() -> Checked {
    let (regional, real_time) = (Loopback::start(Reply::ok("{}")).await?, Loopback::start(Reply::ok("{}")).await?);
    let client = Client::from_conf(config!(machine_learning, regional).build());
    client.predict().predict_endpoint(real_time.endpoint_url()).send().await?;
    client.get_ml_model().send().await?;
    let request = only(&real_time)?;
    assert_eq!(request.target, "/");
    assert_eq!(request.header("x-amz-target"), Some("Models.Predict"));
    let signed = request.header("authorization").ok_or("it is not signed")?;
    assert!(signed.contains("/us-east-1/machinelearning/aws4_request"), "{signed}");
    assert_eq!(only(&regional)?.header("x-amz-target"), Some("Models.GetMLModel"));
    Ok(())
}

/// It would go to the host of the region, with what was meant for another one.
#[tokio::test]
async fn without_an_endpoint_nothing_is_sent() -> Checked {
    for unchecked in [true, false] {
        for endpoint in [None, Some(String::new()), Some("not a URL".to_owned())] {
            let regional = Loopback::start(Reply::ok("{}")).await?;
            let config = config!(machine_learning, regional).check_required_input(unchecked).build();
            let sent = Client::from_conf(config).predict().set_predict_endpoint(endpoint).send().await;
            assert!(sent.is_err());
            assert!(regional.requests().is_empty());
        }
    }
    Ok(())
}
