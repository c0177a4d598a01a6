//! In: a value of a timestamp and its `@timestampFormat`. Out: the time that it
//! is, or what it should be instead (Smithy 2.0, "Timestamp serialization and
//! deserialization").

use crate::model::{Number, Value};

/// Seconds since the epoch, and nanoseconds, which count upwards in any case.
pub(crate) type Instant = (i64, u32);

const DATE_TIME: &str = "a date and time such as `1985-04-12T23:20:50.52Z`";
const HTTP_DATE: &str = "a date such as `Tue, 29 Apr 2014 18:30:38 GMT`";

/// What a value of the format looks like, if this is none. Formats that are
/// unknown here take everything.
pub(super) fn expected(value: &Value, format: Option<&str>) -> Option<&'static str> {
    let (fits, expected) = match (format, value) {
        (None, Value::Number(_)) => (true, ""),
        (None, Value::String(text)) => (date_time(text).is_some(), DATE_TIME),
        (None, _) => (false, "a number of seconds, or a date and time such as `1985-04-12T23:20:50.52Z`,"),
        (Some("date-time"), Value::String(text)) => (date_time(text).is_some(), DATE_TIME),
        (Some("date-time"), _) => (false, DATE_TIME),
        (Some("http-date"), Value::String(text)) => (http_date(text).is_some(), HTTP_DATE),
        (Some("http-date"), _) => (false, HTTP_DATE),
        (Some("epoch-seconds"), value) => (matches!(value, Value::Number(_)), "a number of seconds"),
        (Some(_), _) => (true, ""),
    };
    (!fits).then_some(expected)
}

/// A number of seconds, whole to the nanosecond.
pub(crate) fn epoch(number: &Number) -> Option<Instant> {
    const BILLION: i128 = 1_000_000_000;
    let nanos = number.scaled(9)?;
    Some((i64::try_from(nanos.div_euclid(BILLION)).ok()?, u32::try_from(nanos.rem_euclid(BILLION)).ok()?))
}

/// RFC 3339 in UTC, with up to nine digits after the second.
pub(crate) fn date_time(text: &str) -> Option<Instant> {
    let (date, time) = text.strip_suffix('Z')?.split_once(['T', 't'])?;
    let mut parts = date.rsplitn(3, '-');
    let (day, month, year) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?, year_of(parts.next()?)?);
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let is_fraction = fraction.len() <= 9 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let nanos = is_fraction.then(|| format!("{fraction:0<9}").parse().ok()).flatten()?;
    Some((days_of(year, month, day)? * 86_400 + seconds_of(time, true)?, nanos))
}

/// Years beyond four digits have a sign.
fn year_of(text: &str) -> Option<i64> {
    let (sign, year) = match text.strip_prefix(['+', '-']) {
        Some(year) if (4..=10).contains(&year.len()) => (if text.starts_with('-') { -1 } else { 1 }, year),
        Some(_) => return None,
        None if text.len() == 4 => (1, text),
        None => return None,
    };
    digits(year, year.len()).map(|year| sign * i64::from(year))
}

/// IMF-fixdate (RFC 9110, 5.6.7); the day of the week may be left out, but not
/// be wrong.
pub(crate) fn http_date(text: &str) -> Option<Instant> {
    let text = text.strip_suffix(" GMT")?;
    let (weekday, text) = text.split_once(", ").map_or((None, text), |(weekday, text)| (Some(weekday), text));
    let parts: Vec<&str> = text.split(' ').collect();
    let [day, month, year, time] = parts[..] else { return None };
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = month.to_ascii_lowercase();
    let month = (1..).zip(months).find(|(_, name)| *name == month).map(|(number, _)| number)?;
    let day = digits(day, 2).or_else(|| digits(day, 1))?;
    let days = days_of(i64::from(digits(year, 4)?), month, day)?;
    let weekdays = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"];
    // The epoch was a Thursday.
    let today = weekdays.get(usize::try_from(days.rem_euclid(7)).ok()?)?;
    let is_right = weekday.is_none_or(|name| name.eq_ignore_ascii_case(today));
    let seconds = seconds_of(time, false)?;
    is_right.then_some((days * 86_400 + seconds, 0))
}

/// `23:20:50`, and `23:20` where the seconds may be left out.
fn seconds_of(text: &str, needs_seconds: bool) -> Option<i64> {
    let parts: Vec<u32> = text.split(':').map(|part| digits(part, 2)).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts[..] {
        [hour, minute, second] => (hour, minute, second),
        [hour, minute] if !needs_seconds => (hour, minute, 0),
        _ => return None,
    };
    // The end of a day, and the second that is sometimes added to one.
    let is_end = needs_seconds && matches!((hour, minute, second), (24, 0, 0) | (23, 59, 60));
    let is_time = hour < 24 && minute < 60 && second < 60;
    (is_end || is_time).then(|| i64::from(hour * 3_600 + minute * 60 + second))
}

/// Exactly so many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        text.parse().ok()
    } else {
        None
    }
}

/// Days since 1970-01-01, by counting years from March; None for a day that the
/// month does not have.
fn days_of(year: i64, month: u32, day: u32) -> Option<i64> {
    let is_leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    let (month, day) = (i64::from(month), i64::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::{date_time, epoch, http_date};
    use crate::model::Number;

    #[test]
    fn date_times() {
        for text in ["1985-04-12T23:20:50.52Z", "2024-02-29T00:00:00Z", "1990-12-31T23:59:60Z"] {
            assert!(date_time(text).is_some(), "{text}");
        }
        for text in [
            "1985-04-12T23:20:50.52-07:00",
            "1985-04-12T23:20Z",
            "2023-02-29T00:00:00Z",
            "1985-13-01T00:00:00Z",
            "85-04-12T23:20:50Z",
            "1985-04-12 23:20:50Z",
            "1985-04-12T23:20:50.0123456789Z",
            "yesterday",
            "",
        ] {
            assert!(date_time(text).is_none(), "{text}");
        }
    }

    #[test]
    fn http_dates() {
        for text in ["Tue, 29 Apr 2014 18:30:38 GMT", "29 Apr 2014 18:30:38 GMT", "Sun, 2 Jan 2000 20:34:56 GMT"] {
            assert!(http_date(text).is_some(), "{text}");
        }
        for text in [
            "Mon, 29 Apr 2014 18:30:38 GMT",
            "Tuesday, 29 April 2014 18:30:38 GMT",
            "Tue, 29 Apr 2014 18:30:38 UTC",
            "Tue, 31 Apr 2014 18:30:38 GMT",
            "Tue, 29 Apr 2014 25:30:38 GMT",
            "",
        ] {
            assert!(http_date(text).is_none(), "{text}");
        }
    }

    #[test]
    fn times_are_seconds_since_the_epoch() {
        assert_eq!(date_time("1985-04-12T23:20:50.52Z"), Some((482_196_050, 520_000_000)));
        assert_eq!(date_time("2000-02-29T00:00:00Z"), Some((951_782_400, 0)));
        assert_eq!(date_time("1969-12-31T23:59:59.5Z"), Some((-1, 500_000_000)));
        assert_eq!(date_time("1990-12-31T23:59:60Z"), date_time("1991-01-01T00:00:00Z"));
        assert_eq!(date_time("+10000-01-01T00:00:00Z"), Some((253_402_300_800, 0)));
        assert_eq!(date_time("-0001-01-01T00:00:00Z"), Some((-62_198_755_200, 0)));
        assert_eq!(http_date("Tue, 29 Apr 2014 18:30:38 GMT"), Some((1_398_796_238, 0)));
    }

    #[test]
    fn fractions_count_upwards() {
        let epoch = |text: &str| epoch(&Number(text.to_owned()));
        assert_eq!(epoch("1.5e9"), Some((1_500_000_000, 0)));
        assert_eq!(epoch("-1.5"), Some((-2, 500_000_000)));
        assert_eq!(epoch("-0.5"), Some((-1, 500_000_000)));
        assert_eq!(epoch("0.000000001"), Some((0, 1)));
        assert_eq!(epoch("1e-10"), None);
        assert_eq!(epoch("1e20"), None);
    }
}
