//! `Retry-After` (RFC 9110, section 10.2.3): in, the headers of a response and the clock; out,
//! how long to wait. What is not a number of seconds and not a date is as if it were not there.
//! How long it may be at most is decided by who waits: the retry strategy waits no longer
//! than the `max_backoff` of the client's `RetryConfig`, which is 20 seconds by default.

use super::http_date;
use aws_smithy_runtime_api::http::Headers;
use std::time::{Duration, SystemTime};

/// How long the response asks to wait. A moment that has passed is no time.
pub(super) fn retry_after(headers: &Headers, now: impl FnOnce() -> SystemTime) -> Option<Duration> {
    let value = headers.get("retry-after")?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that is too large is longer than anybody waits in any case.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let until = http_date::parse(value)?;
    // The clock of the service, if it says what time it is: ours may be wrong.
    let from = headers.get("date").and_then(|date| http_date::parse(date.trim())).unwrap_or_else(now);
    Some(until.duration_since(from).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    /// Sun, 06 Nov 1994 08:49:37 GMT.
    const NOW: u64 = 784_111_777;

    fn asked(value: &'static str, date: Option<&'static str>) -> Option<u64> {
        let mut headers = Headers::new();
        headers.insert("retry-after", value);
        date.into_iter().for_each(|date| drop(headers.insert("date", date)));
        retry_after(&headers, || UNIX_EPOCH + Duration::from_secs(NOW)).map(|delay| delay.as_secs())
    }

    #[test]
    fn seconds_are_a_number() {
        assert_eq!(asked("0", None), Some(0));
        assert_eq!(asked(" 120 ", None), Some(120));
        assert_eq!(asked("007", None), Some(7));
        for huge in ["18446744073709551615", "18446744073709551616", "99999999999999999999999999999999"] {
            assert_eq!(asked(huge, None), Some(u64::MAX), "{huge}");
        }
    }

    #[test]
    fn what_is_neither_a_number_nor_a_date_is_ignored() {
        for value in ["", "-5", "+5", "1.5", "1e3", "0x10", "soon", "5 s", "5, 6", "Sun", "Sun, 06 Nov 1994"] {
            assert_eq!(asked(value, None), None, "{value}");
        }
    }

    #[test]
    fn a_date_is_compared_with_the_clock() {
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:47 GMT", None), Some(10));
        assert_eq!(asked("Sunday, 06-Nov-94 08:49:47 GMT", None), Some(10));
        assert_eq!(asked("Sun Nov  6 08:49:47 1994", None), Some(10));
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT", None), Some(0));
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:00 GMT", None), Some(0));
        assert_eq!(asked("Fri, 31 Dec 9999 23:59:59 GMT", None), Some(253_402_300_799 - NOW));
    }

    #[test]
    fn the_clock_of_the_service_comes_first() {
        let date = Some("Sun, 06 Nov 1994 10:00:00 GMT");
        assert_eq!(asked("Sun, 06 Nov 1994 10:00:07 GMT", date), Some(7));
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:47 GMT", Some("now")), Some(10));
        // A number of seconds needs no clock.
        assert_eq!(asked("3", date), Some(3));
    }
}
