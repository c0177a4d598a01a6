//! Endpoints as users see them: region and switches in, URL or message out.

use super::*;

#[derive(Clone, Copy, Default)]
struct Given<'a> {
    region: Option<&'a str>,
    endpoint: Option<&'a str>,
    fips: bool,
    dual_stack: bool,
}

impl Parameters for Given<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match name {
            "Region" => self.region.map(Value::Text),
            "Endpoint" => self.endpoint.map(Value::Text),
            "UseFIPS" => Some(Value::Flag(self.fips)),
            "UseDualStack" => Some(Value::Flag(self.dual_stack)),
            _ => None,
        }
    }
}

fn resolve(given: Given<'_>) -> String {
    let resolver = Resolver::new(Rules::Regional { prefix: "cleanrooms" });
    match resolver.endpoint(&given) {
        Ok(endpoint) => endpoint.url().to_owned(),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn check(region: &str, plain: &str, dual_stack: &str) {
    let given = |fips, dual_stack| Given { region: Some(region), fips, dual_stack, ..Given::default() };
    let url = |fips: &str, suffix: &str| format!("https://cleanrooms{fips}.{region}.{suffix}");
    assert_eq!(resolve(given(false, false)), url("", plain));
    assert_eq!(resolve(given(true, false)), url("-fips", plain));
    assert_eq!(resolve(given(false, true)), url("", dual_stack));
    assert_eq!(resolve(given(true, true)), url("-fips", dual_stack));
}

#[test]
fn a_service_of_somebody_else_has_the_address_that_it_is_given() {
    let resolve = |given: Given<'_>| match Resolver::new(Rules::Given).endpoint(&given) {
        Ok(endpoint) => endpoint.url().to_owned(),
        Err(error) => error.to_string(),
    };
    let given = Given { region: Some("us-east-1"), ..Given::default() };
    assert_eq!(resolve(given), NO_ENDPOINT);
    assert_eq!(resolve(Given { endpoint: Some("http://localhost:1/a"), ..given }), "http://localhost:1/a");
    assert!(resolve(Given { endpoint: Some("localhost:1"), ..given }).starts_with("`endpoint_url` has no scheme"));
}

#[test]
fn each_partition_has_its_suffixes() {
    check("us-east-1", "amazonaws.com", "api.aws");
    check("eu-central-2", "amazonaws.com", "api.aws");
    check("us-gov-west-1", "amazonaws.com", "api.aws");
    check("cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn");
    check("us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov");
    check("us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud");
    check("eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk");
    check("us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov");
    check("eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu");
}

#[test]
fn a_region_of_no_partition_belongs_to_aws() {
    check("mars-north-1", "amazonaws.com", "api.aws");
    check("aws-cn-global", "amazonaws.com.cn", "api.amazonwebservices.com.cn");
    check("us-east-one", "amazonaws.com", "api.aws");
}

#[test]
fn an_endpoint_url_wins_and_excludes_the_switches() {
    let given = Given { endpoint: Some("http://localhost:1"), region: Some("cn-north-1"), ..Given::default() };
    assert_eq!(resolve(given), "http://localhost:1");
    let fips = Given { fips: true, ..given };
    assert_eq!(resolve(fips), "Invalid Configuration: FIPS and custom endpoint are not supported");
    let dual_stack = Given { dual_stack: true, ..given };
    assert_eq!(resolve(dual_stack), "Invalid Configuration: Dualstack and custom endpoint are not supported");
}

#[test]
fn without_region_there_is_no_endpoint() {
    assert_eq!(resolve(Given::default()), "Invalid Configuration: Missing Region");
}

#[test]
fn the_last_endpoint_is_not_given_to_other_parameters() {
    let resolver = Resolver::new(Rules::Regional { prefix: "s" });
    for region in ["us-east-1", "us-east-1", "us-west-2", "us-east-1"] {
        let given = Given { region: Some(region), ..Given::default() };
        let endpoint = resolver.endpoint(&given).expect("a region is enough");
        assert_eq!(endpoint.url(), format!("https://s.{region}.amazonaws.com"));
    }
}

#[test]
fn a_region_must_be_a_host_label() {
    for good in [None, Some("us-east-1"), Some("a.b")] {
        assert!(check_region(good).is_ok());
    }
    for bad in ["", "-a", "a..b", "a/b", "a@b", &"a".repeat(64)] {
        let error = check_region(Some(bad)).expect_err(bad);
        assert_eq!(error.to_string(), "invalid value for field: `region` - must be a valid host label");
    }
}
