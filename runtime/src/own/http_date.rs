//! Dates of HTTP (RFC 9110, section 5.6.7): in, a text; out, the moment. Senders write the
//! first of three forms, and readers have to take the two older ones, too.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::DateTime;
use std::time::SystemTime;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The moment; none if the text is not a date. The day of the week is not compared with it.
pub(super) fn parse(text: &str) -> Option<SystemTime> {
    let parts: Vec<&str> = text.split_ascii_whitespace().collect();
    let (year, month, day, time) = match *parts.as_slice() {
        // Sun, 06 Nov 1994 08:49:37 GMT
        [weekday, day, month, year, time, "GMT"] if weekday.ends_with(',') => (year.to_owned(), month, day, time),
        // Sunday, 06-Nov-94 08:49:37 GMT
        [weekday, date, time, "GMT"] if weekday.ends_with(',') => {
            let mut date = date.split('-');
            let (day, month, year) = (date.next()?, date.next()?, date.next()?);
            (whole_year(year).filter(|_| date.next().is_none())?, month, day, time)
        }
        // Sun Nov  6 08:49:37 1994
        [_, month, day, time, year] => (year.to_owned(), month, day, time),
        _ => return None,
    };
    let is_number = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(&year, 4) || !(is_number(day, 1) || is_number(day, 2)) {
        return None;
    }
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    // What there is no such day or hour of is an error of this.
    let text = format!("{year}-{month:02}-{day:0>2}T{time}Z");
    DateTime::from_str(&text, Format::DateTime).ok()?.try_into().ok()
}

/// A year of two digits. There were dates of HTTP from 1990 on, and nobody will write one of
/// these when they mean 2090.
fn whole_year(year: &str) -> Option<String> {
    let is_late = year.as_bytes().first().is_some_and(|digit| *digit == b'9');
    (year.len() == 2).then(|| format!("{}{year}", if is_late { "19" } else { "20" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    fn seconds(text: &str) -> Option<u64> {
        parse(text)?.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
    }

    #[test]
    fn all_forms_of_the_specification_are_one_moment() {
        for text in ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
            assert_eq!(seconds(text), Some(784_111_777), "{text}");
        }
        assert_eq!(seconds("Saturday, 01-Jan-00 00:00:00 GMT"), Some(946_684_800));
    }

    #[test]
    fn what_is_not_a_date_is_none() {
        for text in [
            "",
            "Sun, 06 Nov 1994",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sun, 06 Nov 1994 aa:bb:cc GMT",
            "Sun, 06 Now 1994 08:49:37 GMT",
            "Sun, 06 Nov -994 08:49:37 GMT",
            "Sun, 006 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
            "Sunday, 06-Nov-1994 08:49:37 GMT",
            "Sunday, 06-Nov-94-1 08:49:37 GMT",
            "Sunday, 06-Nov-\u{E4} 08:49:37 GMT",
            "Sun Nov 6 08:49:37 94",
            "1994-11-06T08:49:37Z",
            "\u{E4}, \u{E4} \u{E4} \u{E4} \u{E4} GMT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
