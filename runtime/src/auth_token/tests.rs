//! Tokens with the signatures that the official crates make of the same.

use super::{dsql, rds, SharedCredentialsProvider};
use aws_credential_types::Credentials;
use aws_smithy_async::time::StaticTimeSource;
use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;

fn config(at: u64, token: Option<&str>) -> SdkConfig {
    let credentials = Credentials::new("akid", "secret", token.map(str::to_owned), None, "test");
    SdkConfig::builder()
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .time_source(StaticTimeSource::from_secs(at))
        .build()
}

fn database() -> rds::ConfigBuilder {
    rds::Config::builder().hostname("prod-instance.us-east-1.rds.amazonaws.com").port(3306).username("peccy")
}

#[tokio::test]
async fn token_of_rds_is_a_signed_address() {
    let generator = rds::AuthTokenGenerator::new(database().expires_in(3600).build().expect("all is set"));
    let token = generator.auth_token(&config(1_724_709_600, None)).await.expect("it is signed");
    let expected = "prod-instance.us-east-1.rds.amazonaws.com:3306/?Action=connect&DBUser=peccy\
                    &X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=akid%2F20240826%2Fus-east-1%2Frds-db%2Faws4_request\
                    &X-Amz-Date=20240826T220000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host\
                    &X-Amz-Signature=dd0cba843009474347af724090233265628ace491ea17ce3eb3da098b983ad89";
    assert_eq!(token.as_str(), expected);
    assert_eq!(token.to_string(), expected);
    assert_eq!(format!("{token:?}"), "AuthToken(** redacted **)");
}

#[tokio::test]
async fn what_is_not_a_letter_is_encoded() {
    let database = database().username("a&b c").region(Region::from_static("eu-west-1")).build().expect("all is set");
    let sdk = config(1_724_709_600, Some("t/+="));
    let token = rds::AuthTokenGenerator::new(database).auth_token(&sdk).await.expect("it is signed");
    assert!(token.as_str().contains("&DBUser=a%26b%20c&X-Amz-Algorithm"), "{token}");
    assert!(token.as_str().contains("%2Feu-west-1%2Frds-db%2F"), "{token}");
    assert!(token.as_str().contains("&X-Amz-Security-Token=t%2F%2B%3D"), "{token}");
}

#[tokio::test]
async fn token_of_dsql_is_for_a_role() {
    let cluster =
        dsql::Config::builder().hostname("peccy.dsql.us-east-1.on.aws").region(Region::from_static("us-east-1"));
    let generator = dsql::AuthTokenGenerator::new(cluster.expires_in(450).build().expect("all is set"));
    let sdk = config(1_724_716_800, None);
    let tokens = [
        generator.db_connect_auth_token(&sdk).await.expect("it is signed"),
        generator.db_connect_admin_auth_token(&sdk).await.expect("it is signed"),
    ];
    let expected = [
        ("DbConnect", "f5f2ad764ca5df44045d4ab6ccecba0eef941b0007e5765885a0b6ed3702a3f8"),
        ("DbConnectAdmin", "267cf8d04d84444f7a62d5bdb40c44bfc6cb13dd6c64fa7f772df6bbaa90fff1"),
    ];
    for (token, (action, signature)) in tokens.iter().zip(expected) {
        let begin = format!("peccy.dsql.us-east-1.on.aws/?Action={action}&X-Amz-Algorithm=AWS4-HMAC-SHA256");
        assert!(token.as_str().starts_with(&begin), "{token}");
        assert!(token.as_str().ends_with(&format!("&X-Amz-Signature={signature}")), "{token}");
    }
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let message = |builder: rds::ConfigBuilder| builder.build().map_err(|error| error.to_string()).err();
    let empty = rds::Config::builder;
    assert_eq!(message(empty()).as_deref(), Some("a port is required"));
    assert_eq!(message(empty().port(1)).as_deref(), Some("a username is required"));
    assert_eq!(message(empty().port(1).username("u")).as_deref(), Some("a hostname is required"));

    for hostname in ["", "https://db", "db:5432", "db/?Action=connect#", "u@db", "d b"] {
        let error = message(database().hostname(hostname));
        assert_eq!(error.as_deref(), Some("the hostname is not the name of a host, which has no port, path or scheme"));
    }

    let cluster = dsql::Config::builder().hostname("h").build().expect("all is set");
    let generator = dsql::AuthTokenGenerator::new(cluster);
    let cases = [
        (config(0, None), "a region is required"),
        (SdkConfig::builder().build(), "credentials are required to sign a token for DSQL"),
    ];
    for (sdk, expected) in cases {
        let error = generator.db_connect_auth_token(&sdk).await.expect_err("it cannot be signed");
        assert_eq!(error.to_string(), expected);
    }
}
