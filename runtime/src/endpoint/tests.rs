//! Endpoints as users see them: region and switches in, URL or message out; and the functions
//! of rules at their edges.

use super::rules::*;
use super::*;

const REGION: Expr<'static> = Slot(0);
const USE_DUAL_STACK: Expr<'static> = Slot(1);
const USE_FIPS: Expr<'static> = Slot(2);
const ENDPOINT: Expr<'static> = Slot(3);
const PARTITION: Expr<'static> = Slot(4);
const DNS_SUFFIX: Expr<'static> = Get(&PARTITION, DnsSuffix);
const DUAL_STACK_DNS_SUFFIX: Expr<'static> = Get(&PARTITION, DualStackDnsSuffix);

/// What most services have, as it is emitted.
static RULES: Rules<'static> = Rules {
    slots: 5,
    reads: &[0, 1, 2, 3],
    conditions: &[
        Is(Set(&ENDPOINT)),
        Is(True(&USE_FIPS)),
        Is(True(&USE_DUAL_STACK)),
        Is(Set(&REGION)),
        Let(PARTITION, Partition(&REGION)),
    ],
    results: &[
        fail("FIPS and custom endpoint are not supported"),
        at("{}", &[ENDPOINT]),
        at("https://s-fips.{}.{}", &[REGION, DUAL_STACK_DNS_SUFFIX]),
        at("https://s-fips.{}.{}", &[REGION, DNS_SUFFIX]),
        at("https://s.{}.{}", &[REGION, DUAL_STACK_DNS_SUFFIX]),
        at("https://s.{}.{}", &[REGION, DNS_SUFFIX]),
        fail("Missing Region"),
    ],
    nodes: &[[0, 1, 2], [1, -2, -3], [3, 3, -8], [4, 4, -1], [1, 5, 6], [2, -4, -5], [2, -6, -7]],
};

#[derive(Clone, Copy, Default)]
struct Given<'a> {
    region: Option<&'a str>,
    endpoint: Option<&'a str>,
    fips: bool,
    dual_stack: bool,
}

impl Parameters for Given<'_> {
    fn fill<'v>(&'v self, slots: &mut [Value<'v>]) {
        slots[0] = self.region.map_or(Value::Empty, Value::Text);
        slots[1] = Value::Flag(self.dual_stack);
        slots[2] = Value::Flag(self.fips);
        slots[3] = self.endpoint.map_or(Value::Empty, Value::Text);
    }
}

fn resolve(given: Given<'_>) -> String {
    match evaluate(&RULES, &PARTITIONS, &given) {
        Ok(endpoint) => endpoint.url().to_owned(),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn check(region: &str, plain: &str, dual_stack: &str) {
    let given = |fips, dual_stack| Given { region: Some(region), fips, dual_stack, ..Given::default() };
    let url = |fips: &str, suffix: &str| format!("https://s{fips}.{region}.{suffix}");
    assert_eq!(resolve(given(false, false)), url("", plain));
    assert_eq!(resolve(given(true, false)), url("-fips", plain));
    assert_eq!(resolve(given(false, true)), url("", dual_stack));
    assert_eq!(resolve(given(true, true)), url("-fips", dual_stack));
}

#[test]
fn each_partition_has_its_suffixes() {
    check("us-east-1", "amazonaws.com", "api.aws");
    check("us-gov-west-1", "amazonaws.com", "api.aws");
    check("cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn");
    check("us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov");
    check("us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud");
    check("eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk");
    check("us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov");
    check("eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu");
    check("mars-north-1", "amazonaws.com", "api.aws");
}

#[test]
fn an_endpoint_url_wins() {
    let given = Given { endpoint: Some("http://localhost:1"), region: Some("cn-north-1"), ..Given::default() };
    assert_eq!(resolve(given), "http://localhost:1");
    assert_eq!(resolve(Given { fips: true, ..given }), "FIPS and custom endpoint are not supported");
    assert_eq!(resolve(Given::default()), "Missing Region");
}

#[test]
fn what_is_not_a_url_is_an_error_that_says_what_one_is() {
    for bad in ["localhost:1", "", "http://", "http://a b", "https://x?y"] {
        let message = resolve(Given { endpoint: Some(bad), ..Given::default() });
        assert!(message.starts_with("`endpoint_url` "), "{bad}: {message}");
        assert!(message.contains("https://host:port/path"), "{bad}: {message}");
    }
    let message = resolve(Given { region: Some("us east 1"), ..Given::default() });
    assert!(message.contains("a character that no URL has"), "{message}");
}

/// The text that an expression gives, or `-`.
fn value(expression: Expr<'_>) -> String {
    let results = [fail_with("{}", std::slice::from_ref(&expression))];
    let conditions = [Is(Set(&expression))];
    let rules = Rules { slots: 0, reads: &[], conditions: &conditions, results: &results, nodes: &[[0, -2, -1]] };
    struct Nothing;
    impl Parameters for Nothing {
        fn fill<'v>(&'v self, _: &mut [Value<'v>]) {}
    }
    match evaluate(&rules, &PARTITIONS, &Nothing).expect_err("there is no endpoint in it").to_string() {
        none if none == "No endpoint rule matched" => "-".to_owned(),
        text => text,
    }
}

/// Whether a condition holds.
fn holds(expression: Expr<'_>) -> bool {
    value(If(&expression, &Text("yes"), &Text("no"))) == "yes"
}

#[test]
fn substrings_are_of_ascii_and_whole() {
    assert_eq!(value(Substring(&Text("abcdef"), 1, 3)), "bc");
    assert_eq!(value(SubstringFromEnd(&Text("abcdef"), 1, 3)), "de");
    assert_eq!(value(Substring(&Text("abc"), 0, 4)), "-");
    assert_eq!(value(Substring(&Text("abc"), 2, 2)), "-");
    assert_eq!(value(Substring(&Text("ab\u{e4}"), 0, 2)), "-");
}

#[test]
fn parts_of_lists_count_from_both_ends() {
    let split = Split(&Text("a--b--c"), &Text("--"), 0);
    assert_eq!(value(Get(&split, Index(1))), "b");
    assert_eq!(value(Get(&split, Index(-1))), "c");
    assert_eq!(value(Get(&split, Index(-4))), "-");
    assert_eq!(value(Get(&split, Index(3))), "-");
    assert_eq!(value(Get(&Split(&Text("a--b--c"), &Text("--"), 2), Index(1))), "b--c");
    assert_eq!(value(Get(&Split(&Text("a--b"), &Text("--"), 1), Index(0))), "a--b");
    assert_eq!(value(Split(&Text("a"), &Text(""), 0)), "-");
}

#[test]
fn arns_have_six_parts_of_which_two_may_be_empty() {
    let part = |text: &'static str, attribute| value(Get(&Arn(&Text(text)), attribute));
    assert_eq!(part("arn:aws:s3:us-west-2:123:ap/x:y", Region), "us-west-2");
    assert_eq!(part("arn:aws:s3:::bucket", AccountId), "");
    assert_eq!(part("arn:aws:s3:::bucket", PartitionName), "aws");
    assert_eq!(value(Get(&Get(&Arn(&Text("arn:aws:s3:::ap/x:y")), ResourceId), Index(2))), "y");
    for bad in ["", "arn:aws:s3::", "arn::s3:::b", "arn:aws::::b", "arn:aws:s3:::", "ARN:aws:s3:::b"] {
        assert_eq!(part(bad, Service), "-", "{bad}");
    }
}

#[test]
fn urls_have_a_scheme_and_no_query() {
    let part = |text: &'static str, attribute| value(Get(&Url(&Text(text)), attribute));
    assert_eq!(part("https://me@example.com:8443/a/b", Authority), "example.com:8443");
    assert_eq!(part("https://example.com/a/b", NormalizedPath), "/a/b/");
    assert_eq!(part("https://example.com", NormalizedPath), "/");
    assert_eq!(part("HTTP://example.com", UrlScheme), "http");
    assert!(holds(Get(&Url(&Text("https://[::1]:80")), IsIp)));
    assert!(holds(Get(&Url(&Text("https://127.0.0.1")), IsIp)));
    assert!(!holds(Get(&Url(&Text("https://127.0.0.256")), IsIp)));
    for bad in ["example.com", "ftp://example.com", "https://example.com?a", "https://example.com:x"] {
        assert_eq!(part(bad, Authority), "-", "{bad}");
    }
}

#[test]
fn names_of_hosts_and_buckets() {
    assert!(holds(HostLabel(&Text("a-1"))) && holds(HostLabels(&Text("a.b"))));
    for bad in ["", "-a", "a.b", "a_b", "a/b"] {
        assert!(!holds(HostLabel(&Text(bad))), "{bad}");
    }
    assert!(holds(Bucket(&Text("my-bucket"))) && holds(Buckets(&Text("my.bucket"))));
    for bad in ["ab", "Abc", "abc-", "a.b.", "192.168.0.1", "a..b", "a.-b"] {
        assert!(!holds(Bucket(&Text(bad))) && !holds(Buckets(&Text(bad))), "{bad}");
    }
}

#[test]
fn strings_that_are_made_stay_where_they_are() {
    const MADE: Expr<'static> = Encode(&Text("a b"));
    assert_eq!(value(Format("{}{}{}{}{}", &[MADE, MADE, MADE, MADE, MADE])), "a%20b".repeat(5));
}

#[test]
fn first_and_if() {
    assert_eq!(value(First(&[Substring(&Text(""), 0, 1), Text("b"), Text("c")])), "b");
    assert_eq!(value(If(&Flag(false), &Text("a"), &Text("b"))), "b");
    assert!(holds(Not(&Flag(false))) && !holds(Not(&Text("x"))));
    assert!(!holds(Equal(&Slot(9), &Slot(9))));
}

#[test]
fn a_table_that_nobody_lowered_has_an_end() {
    let results = [fail("x")];
    let conditions = [Is(Flag(true)), Let(Slot(99), Text("lost"))];
    let rules = |nodes| Rules { slots: 1, reads: &[7], conditions: &conditions, results: &results, nodes };
    let given = Given { region: None, ..Given::default() };
    struct Few<'a>(Given<'a>);
    impl Parameters for Few<'_> {
        fn fill<'v>(&'v self, slots: &mut [Value<'v>]) {
            if let Some(slot) = slots.first_mut() {
                *slot = self.0.region.map_or(Value::Empty, Value::Text);
            }
        }
    }
    let few = Few(given);
    for nodes in [&[[0, 0, 0]][..], &[[1, 1, 1], [0, 0, 0]], &[[5, -2, -3]], &[[0, i32::MIN, 0]], &[[0, i32::MAX, 0]]] {
        assert!(evaluate(&rules(nodes), &PARTITIONS, &few).is_err());
    }
    assert!(evaluate(&rules(&[]), &[], &few).is_err());
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

#[test]
fn a_member_that_is_required_is_not_blank() {
    assert_eq!(required(Some("b"), "bucket").expect("it is there"), Some("b".to_owned()));
    for bad in [None, Some(""), Some(" \t")] {
        let error = required(bad, "bucket").expect_err("there is nothing");
        assert!(error.to_string().contains("bucket"), "{error}");
    }
}
