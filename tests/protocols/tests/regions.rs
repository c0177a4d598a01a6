//! In: what build.rs emits from models/regions.smithy. Out: it, as this crate, and whether what
//! it signs for several regions can be verified with the public key of its credentials.

include!(concat!(env!("OUT_DIR"), "/regions/src/lib.rs"));

mod signatures {
    use crate::config::{BehaviorVersion, Builder, Config, Credentials, Region};
    use hmac::{Hmac, KeyInit, Mac};
    use p256::ecdsa::signature::Verifier;
    use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
    use sha2::{Digest, Sha256};
    use whitesmith_runtime::__private::v1::protocol_test::{sent, Sent};

    const ACCESS_KEY: &str = "AKIDEXAMPLE";
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    const ALGORITHM: &str = "AWS4-ECDSA-P256-SHA256";

    fn call(endpoint: Option<&str>, set: fn(Builder) -> Builder) -> Sent {
        sent(|http_client| {
            let config = Config::builder()
                .behavior_version(BehaviorVersion::latest())
                .region(Region::new("eu-west-1"))
                .credentials_provider(Credentials::new(ACCESS_KEY, SECRET, None, None, "test"))
                .http_client(http_client);
            let client = crate::Client::from_conf(set(config).build());
            client.put_events().bus("a b").order("x/y").set_endpoint(endpoint.map(str::to_owned)).send()
        })
    }

    /// The key of SigV4a, by AWS's "Signature Version 4A": HMACs in counter mode until one is a
    /// number that P-256 has, and one more than it.
    fn public_key() -> VerifyingKey {
        let keys = (1..=254_u8).filter_map(|counter| {
            let key = format!("AWS4A{SECRET}");
            let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("a key of any length");
            mac.update(&1_u32.to_be_bytes());
            mac.update(ALGORITHM.as_bytes());
            mac.update(&[0]);
            mac.update(ACCESS_KEY.as_bytes());
            mac.update(&[counter]);
            mac.update(&256_u32.to_be_bytes());
            let mut number: [u8; 32] = mac.finalize().into_bytes().into();
            for byte in number.iter_mut().rev() {
                let (sum, has_carry) = byte.overflowing_add(1);
                *byte = sum;
                if !has_carry {
                    break;
                }
            }
            SigningKey::from_slice(&number).ok()
        });
        VerifyingKey::from(&keys.into_iter().next().expect("one of 254 is a key"))
    }

    /// The part of a header after `name=`.
    fn part<'h>(authorization: &'h str, name: &str) -> &'h str {
        let start = authorization.find(&format!("{name}=")).expect("the part is there") + name.len() + 1;
        authorization[start..].split(',').next().unwrap_or_default()
    }

    /// Whether the signature is that of this request, written as AWS's documentation has it.
    fn is_signed(request: &Sent, path: &str, query: &str) -> bool {
        let header = |name: &str| match name {
            "host" => "abc.xyz.endpoint.example.com",
            _ => request.get(name).unwrap_or_default(),
        };
        let authorization = header("authorization");
        let signed = part(authorization, "SignedHeaders");
        let headers: String = signed.split(';').map(|name| format!("{name}:{}\n", header(name).trim())).collect();
        let body = hex(&Sha256::digest(br#"{"endpoint":"abc.xyz"}"#));
        let canonical = format!("POST\n{path}\n{query}\n{headers}\n{signed}\n{body}");
        let scope = part(authorization, "Credential").strip_prefix(&format!("{ACCESS_KEY}/")).expect("the access key");
        let to_sign =
            format!("{ALGORITHM}\n{}\n{scope}\n{}", header("x-amz-date"), hex(&Sha256::digest(canonical.as_bytes())));
        let signature = unhex(part(authorization, "Signature"));
        let signature = Signature::from_der(&signature).expect("a signature in DER");
        public_key().verify(to_sign.as_bytes(), &signature).is_ok()
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn unhex(text: &str) -> Vec<u8> {
        let digits = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("digits are ASCII"));
        digits.map(|pair| u8::from_str_radix(pair, 16).expect("two digits")).collect()
    }

    #[test]
    fn one_for_several_regions_is_verified_with_the_public_key() {
        let request = call(Some("abc.xyz"), |config| config);
        let authorization = request.get("authorization").unwrap_or_default();
        assert!(authorization.starts_with(&format!("{ALGORITHM} Credential={ACCESS_KEY}/")), "{authorization}");
        assert!(authorization.contains("/events/aws4_request"), "{authorization}");
        assert_eq!(request.get("x-amz-region-set"), Some("*"));
        assert!(is_signed(&request, "/events/a%2520b", "order=x%2Fy"), "{request:?}");
        assert!(!is_signed(&request, "/events/other", "order=x%2Fy"));
    }

    #[test]
    fn the_regions_of_the_config_come_before_those_of_the_endpoint() {
        let request = call(Some("abc.xyz"), |config| config.sigv4a_signing_region_set("eu-west-1,us-east-1"));
        assert_eq!(request.get("x-amz-region-set"), Some("eu-west-1,us-east-1"));
        assert!(is_signed(&request, "/events/a%2520b", "order=x%2Fy"), "{request:?}");
    }

    #[test]
    fn the_others_are_signed_for_one() {
        let request = call(None, |config| config);
        let authorization = request.get("authorization").unwrap_or_default();
        assert!(authorization.starts_with("AWS4-HMAC-SHA256 "), "{authorization}");
        assert!(authorization.contains("/eu-west-1/events/aws4_request"), "{authorization}");
        assert_eq!(request.get("x-amz-region-set"), None);
    }
}
