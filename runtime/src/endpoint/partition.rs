//! Partitions: in, the name of a region; out, the names of its partition. The facts
//! are those of AWS's partitions.json; what matches no partition belongs to `aws`.

#[derive(Debug)]
pub(super) struct Partition {
    /// A region is one of these, then `-\w+-\d+`.
    starts: &'static [&'static str],
    /// The pseudo region of global endpoints, which has another form.
    global: Option<&'static str>,
    pub(super) dns_suffix: &'static str,
    pub(super) dual_stack_dns_suffix: &'static str,
    pub(super) supports_fips: bool,
    pub(super) supports_dual_stack: bool,
}

impl Partition {
    pub(super) fn of(region: &str) -> &'static Partition {
        let known = PARTITIONS.iter().find(|p| p.contains(region));
        known.unwrap_or(&AWS)
    }

    fn contains(&self, region: &str) -> bool {
        Some(region) == self.global
            || self.starts.iter().any(|start| {
                let rest = region.strip_prefix(start);
                rest.and_then(|rest| rest.strip_prefix('-'))
                    .and_then(|rest| rest.split_once('-'))
                    .is_some_and(|(area, number)| is_word(area) && is_number(number))
            })
    }

    /// All of today's partitions have FIPS and dual-stack endpoints.
    const fn new(
        starts: &'static [&'static str],
        global: Option<&'static str>,
        dns_suffix: &'static str,
        dual_stack_dns_suffix: &'static str,
    ) -> Self {
        Self { starts, global, dns_suffix, dual_stack_dns_suffix, supports_fips: true, supports_dual_stack: true }
    }
}

fn is_word(text: &str) -> bool {
    let is_word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    !text.is_empty() && text.bytes().all(is_word)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

static AWS: Partition = Partition::new(
    &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    Some("aws-global"),
    "amazonaws.com",
    "api.aws",
);

static PARTITIONS: [Partition; 7] = [
    Partition::new(&["us-gov"], Some("aws-us-gov-global"), "amazonaws.com", "api.aws"),
    Partition::new(&["cn"], Some("aws-cn-global"), "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    Partition::new(&["us-iso"], Some("aws-iso-global"), "c2s.ic.gov", "api.aws.ic.gov"),
    Partition::new(&["us-isob"], Some("aws-iso-b-global"), "sc2s.sgov.gov", "api.aws.scloud"),
    Partition::new(&["eu-isoe"], None, "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    Partition::new(&["us-isof"], Some("aws-iso-f-global"), "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    Partition::new(&["eusc-de"], None, "amazonaws.eu", "api.amazonwebservices.eu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commercial_region_is_in_aws_by_its_own_form() {
        assert!(AWS.contains("ap-southeast-7"));
        assert!(AWS.contains("aws-global"));
        assert!(!AWS.contains("us-gov-west-1"));
        assert!(!AWS.contains("us-east"));
    }
}
