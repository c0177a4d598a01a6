//! Envelope encryption: data keys whose plaintext must not get into logs, and encryption contexts.

use std::collections::HashMap;

use aws_sdk_kms::operation::decrypt::{DecryptError, DecryptOutput};
use aws_sdk_kms::operation::generate_data_key::GenerateDataKeyOutput;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use aws_sdk_kms::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

struct Envelope {
    key: Blob,
    data: Vec<u8>,
}

fn mask(data: &[u8], key: &[u8]) -> Vec<u8> {
    data.iter().zip(key.iter().cycle()).map(|(byte, key)| byte ^ key).collect()
}

async fn seal(client: &Client, data: &[u8]) -> Result<Envelope, aws_sdk_kms::Error> {
    let call = client.generate_data_key().key_id("alias/app").key_spec(DataKeySpec::Aes256);
    let output = call.encryption_context("tenant", "a").send().await?;
    let plaintext = output.plaintext().map(AsRef::as_ref).unwrap_or_default();
    Ok(Envelope { data: mask(data, plaintext), key: output.ciphertext_blob.unwrap_or_else(|| Blob::new("")) })
}

async fn open(client: &Client, envelope: &Envelope) -> Result<Vec<u8>, aws_sdk_kms::error::SdkError<DecryptError>> {
    let context = HashMap::from([("tenant".to_owned(), "a".to_owned())]);
    let call = client.decrypt().ciphertext_blob(envelope.key.clone()).set_encryption_context(Some(context));
    let output = call.send().await?;
    show("decrypted", (output.key_id(), output.encryption_algorithm()));
    Ok(mask(&envelope.data, output.plaintext.unwrap_or_else(|| Blob::new("")).as_ref()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(r#"{"CiphertextBlob":"AQID/+8=","KeyId":"arn:aws:kms:::key/1","Plaintext":"a2V5"}"#),
        Answer::ok(r#"{"KeyId":"arn:aws:kms:::key/1","Plaintext":"a2V5","EncryptionAlgorithm":"SYMMETRIC_DEFAULT"}"#),
        Answer::new(400, r#"{"__type":"InvalidCiphertextException"}"#),
        Answer::new(400, r#"{"__type":"com.amazonaws.kms#IncorrectKeyException","message":"another key"}"#),
        Answer::new(400, r#"{"__type":"KMSInternalException:http://internal/","Message":"capital"}"#),
        Answer::ok(r#"{"Plaintext":"not base64!"}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries().with_max_attempts(1)).build();
    let client = Client::new(&config);
    let envelope = seal(&client, b"secret text").await?;
    show("key", &envelope.key);
    show("data", &envelope.data);
    say("opened", String::from_utf8(open(&client, &envelope).await?)?);
    for name in ["invalid", "incorrect key", "internal", "bad base64"] {
        let error = open(&client, &envelope).await.err().ok_or("an error was expected")?;
        say_error(name, &error);
        if let Some(error) = error.as_service_error() {
            show(name, (error.is_invalid_ciphertext_exception(), error.is_incorrect_key_exception()));
            show(name, error.meta());
        }
    }
    server.say_received("request");
    let output = GenerateDataKeyOutput::builder().plaintext(Blob::new("key")).key_id("1").build();
    let text = format!("{output:?} {:?}", DecryptOutput::builder().plaintext(Blob::new("x")));
    show("sensitive", (output.plaintext(), text.matches("plaintext: \"*** Sensitive Data Redacted ***\"").count()));
    show("input", client.encrypt().plaintext(Blob::new("x")).as_input());
    Ok(())
}
