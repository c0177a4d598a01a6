//! Partitions: in, the name of a region; out, the names of its partition. The facts are
//! those of the partitions.json that AWS's SDKs share, of August 2026.

/// A partition of AWS, such as `aws-cn`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Partition<'p> {
    /// `aws-cn`
    pub name: &'p str,
    /// Regions that do not look like one.
    pub regions: &'p [&'p str],
    /// What regions begin with; `-`, a word, `-` and a number follow.
    pub starts: &'p [&'p str],
    /// What hosts end with.
    pub dns_suffix: &'p str,
    /// What hosts end with that have IPv6 addresses as well.
    pub dual_stack_dns_suffix: &'p str,
    /// The region in which global services are.
    pub implicit_global_region: &'p str,
    /// Whether there are FIPS endpoints.
    pub supports_fips: bool,
    /// Whether there are dual-stack endpoints.
    pub supports_dual_stack: bool,
}

impl<'p> Partition<'p> {
    /// Which of some partitions a region is in. What is in none is in the first, as a region
    /// newer than the table most probably is.
    pub(super) fn of<'a>(region: &str, partitions: &'a [Partition<'p>]) -> Option<&'a Partition<'p>> {
        partitions.iter().find(|partition| partition.contains(region)).or(partitions.first())
    }

    fn contains(&self, region: &str) -> bool {
        let has_form = |start: &&str| {
            let rest = region.strip_prefix(*start).and_then(|rest| rest.strip_prefix('-'));
            rest.and_then(split_at_dash).is_some_and(|(area, number)| is_word(area) && is_number(number))
        };
        self.starts.iter().any(has_form) || self.regions.contains(&region)
    }

    /// A partition with what most have.
    pub const fn new(name: &'p str, dns_suffix: &'p str) -> Self {
        Self {
            name,
            regions: &[],
            starts: &[],
            dns_suffix,
            dual_stack_dns_suffix: dns_suffix,
            implicit_global_region: "",
            supports_fips: true,
            supports_dual_stack: true,
        }
    }
}

impl Partition<'static> {
    /// A partition of AWS: all of today's have FIPS and dual-stack endpoints.
    const fn of_aws(
        name: &'static str,
        global: &'static [&'static str],
        starts: &'static [&'static str],
        [dns_suffix, dual_stack_dns_suffix]: [&'static str; 2],
        implicit_global_region: &'static str,
    ) -> Self {
        Self { regions: global, starts, dual_stack_dns_suffix, implicit_global_region, ..Self::new(name, dns_suffix) }
    }
}

fn split_at_dash(text: &str) -> Option<(&str, &str)> {
    // Not `split_once`, which prepares for longer texts than these.
    let at = text.bytes().position(|byte| byte == b'-')?;
    Some((&text[..at], &text[at + 1..]))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The partitions of AWS. The first is the one of most regions, and of unknown ones.
pub static PARTITIONS: [Partition<'static>; 8] = [
    Partition::of_aws(
        "aws",
        &["aws-global"],
        &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
        ["amazonaws.com", "api.aws"],
        "us-east-1",
    ),
    Partition::of_aws(
        "aws-cn",
        &["aws-cn-global"],
        &["cn"],
        ["amazonaws.com.cn", "api.amazonwebservices.com.cn"],
        "cn-northwest-1",
    ),
    Partition::of_aws("aws-eusc", &[], &["eusc-de"], ["amazonaws.eu", "api.amazonwebservices.eu"], "eusc-de-east-1"),
    Partition::of_aws("aws-iso", &["aws-iso-global"], &["us-iso"], ["c2s.ic.gov", "api.aws.ic.gov"], "us-iso-east-1"),
    Partition::of_aws(
        "aws-iso-b",
        &["aws-iso-b-global"],
        &["us-isob"],
        ["sc2s.sgov.gov", "api.aws.scloud"],
        "us-isob-east-1",
    ),
    Partition::of_aws(
        "aws-iso-e",
        &["aws-iso-e-global"],
        &["eu-isoe"],
        ["cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"],
        "eu-isoe-west-1",
    ),
    Partition::of_aws(
        "aws-iso-f",
        &["aws-iso-f-global"],
        &["us-isof"],
        ["csp.hci.ic.gov", "api.aws.hci.ic.gov"],
        "us-isof-south-1",
    ),
    Partition::of_aws("aws-us-gov", &["aws-us-gov-global"], &["us-gov"], ["amazonaws.com", "api.aws"], "us-gov-west-1"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(region: &str, expected: &str) {
        let found = Partition::of(region, &PARTITIONS).map(|partition| partition.name);
        assert_eq!(found, Some(expected), "{region}");
    }

    #[test]
    fn regions_are_known_by_their_form_or_one_by_one() {
        check("us-east-1", "aws");
        check("ap-southeast-77", "aws");
        check("aws-global", "aws");
        check("us-gov-west-1", "aws-us-gov");
        check("aws-us-gov-global", "aws-us-gov");
        check("cn-north-1", "aws-cn");
        check("us-iso-east-1", "aws-iso");
        check("us-isob-east-1", "aws-iso-b");
        check("eu-isoe-west-1", "aws-iso-e");
        check("aws-iso-e-global", "aws-iso-e");
        check("us-isof-south-1", "aws-iso-f");
        check("eusc-de-east-1", "aws-eusc");
    }

    #[test]
    fn what_is_in_no_partition_is_in_the_first() {
        for region in ["mars-north-1", "us-east", "us-east-one", "eusc-fr-east-1", "", "-", "us-gov-west-1a"] {
            check(region, "aws");
        }
    }
}
