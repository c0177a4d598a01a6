//! In: a value of a timestamp and its `@timestampFormat`. Out: what it should
//! be instead (Smithy 2.0, "Timestamp serialization and deserialization").

use crate::model::Value;

const DATE_TIME: &str = "a date and time such as `1985-04-12T23:20:50.52Z`";
const HTTP_DATE: &str = "a date such as `Tue, 29 Apr 2014 18:30:38 GMT`";

/// What a value of the format looks like, if this is none. Formats that are
/// unknown here take everything.
pub(super) fn expected(value: &Value, format: Option<&str>) -> Option<&'static str> {
    let (fits, expected) = match (format, value) {
        (None, Value::Number(_)) => (true, ""),
        (None, Value::String(text)) => (is_date_time(text), DATE_TIME),
        (None, _) => (false, "a number of seconds, or a date and time such as `1985-04-12T23:20:50.52Z`,"),
        (Some("date-time"), Value::String(text)) => (is_date_time(text), DATE_TIME),
        (Some("date-time"), _) => (false, DATE_TIME),
        (Some("http-date"), Value::String(text)) => (is_http_date(text), HTTP_DATE),
        (Some("http-date"), _) => (false, HTTP_DATE),
        (Some("epoch-seconds"), value) => (matches!(value, Value::Number(_)), "a number of seconds"),
        (Some(_), _) => (true, ""),
    };
    (!fits).then_some(expected)
}

/// RFC 3339 in UTC, with up to nine digits behind the second.
fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').and_then(|text| text.split_once(['T', 't'])) else { return false };
    let mut parts = date.rsplitn(3, '-');
    let (day, month, year) = (parts.next(), parts.next(), parts.next());
    let Some(((day, month), year)) = day.zip(month).zip(year) else { return false };
    let Some(((day, month), year)) = digits(day, 2).zip(digits(month, 2)).zip(year_of(year)) else { return false };
    let (time, fraction) = time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
    let is_fraction = |digits: &str| digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_day(year, month, day) && is_time(time, true) && fraction.is_none_or(is_fraction)
}

/// Years beyond four digits have a sign.
fn year_of(text: &str) -> Option<u32> {
    match text.strip_prefix(['+', '-']) {
        Some(year) if (4..=10).contains(&year.len()) => digits(year, year.len()),
        Some(_) => None,
        None => digits(text, 4),
    }
}

/// IMF-fixdate (RFC 9110, 5.6.7); the day of the week may be left out, but not
/// be wrong.
fn is_http_date(text: &str) -> bool {
    let Some(text) = text.strip_suffix(" GMT") else { return false };
    let (weekday, text) = text.split_once(", ").map_or((None, text), |(weekday, text)| (Some(weekday), text));
    let parts: Vec<&str> = text.split(' ').collect();
    let [day, month, year, time] = parts.as_slice() else { return false };
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = month.to_ascii_lowercase();
    let Some(month) = months.iter().position(|name| *name == month) else { return false };
    let month = month as u32 + 1;
    let day = digits(day, 2).or_else(|| digits(day, 1));
    let Some((day, year)) = day.zip(digits(year, 4)) else { return false };
    let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    let is_weekday = |name: &str| weekdays[weekday_of(year, month, day) as usize % 7] == name.to_ascii_lowercase();
    is_day(year, month, day) && is_time(time, false) && weekday.is_none_or(is_weekday)
}

/// `23:20:50`, and `23:20` where the seconds may be left out.
fn is_time(text: &str, needs_seconds: bool) -> bool {
    let parts: Option<Vec<u32>> = text.split(':').map(|part| digits(part, 2)).collect();
    match parts.as_deref() {
        // The end of a day, and the second that is sometimes added to one.
        Some([24, 0, 0] | [23, 59, 60]) => needs_seconds,
        Some([hour, minute, second]) => *hour < 24 && *minute < 60 && *second < 60,
        Some([hour, minute]) => !needs_seconds && *hour < 24 && *minute < 60,
        _ => false,
    }
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

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The day of the week, from Sunday on, by Sakamoto's method.
fn weekday_of(year: u32, month: u32, day: u32) -> u32 {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year.saturating_sub(1) } else { year };
    let shift = shifts[(month as usize + 11) % 12];
    (year + year / 4 - year / 100 + year / 400 + shift + day) % 7
}

#[cfg(test)]
mod tests {
    use super::{is_date_time, is_http_date};

    #[test]
    fn date_times() {
        for text in ["1985-04-12T23:20:50.52Z", "2024-02-29T00:00:00Z", "1990-12-31T23:59:60Z"] {
            assert!(is_date_time(text), "{text}");
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
            assert!(!is_date_time(text), "{text}");
        }
    }

    #[test]
    fn http_dates() {
        for text in ["Tue, 29 Apr 2014 18:30:38 GMT", "29 Apr 2014 18:30:38 GMT", "Sun, 2 Jan 2000 20:34:56 GMT"] {
            assert!(is_http_date(text), "{text}");
        }
        for text in [
            "Mon, 29 Apr 2014 18:30:38 GMT",
            "Tuesday, 29 April 2014 18:30:38 GMT",
            "Tue, 29 Apr 2014 18:30:38 UTC",
            "Tue, 31 Apr 2014 18:30:38 GMT",
            "Tue, 29 Apr 2014 25:30:38 GMT",
            "",
        ] {
            assert!(!is_http_date(text), "{text}");
        }
    }
}
