//! In: the path and the JSON body of a request.
//! Out: every place where they break the operation's specification.
//! Why: the specification page, said once more as data and independently of the
//! model that the client is generated from, so that one can prove the other wrong.

use serde_json::Value;

/// One place where a request breaks the specification.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// Where, as a dotted path of member names.
    pub field: String,
    /// What is wrong there.
    pub message: String,
}

/// What a JSON value may be.
enum Kind {
    Text,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// An object of texts under any names.
    TextMap,
    /// An object with these members and no others.
    Structure(&'static [Member]),
    /// An object with exactly one of these members.
    Union(&'static [Member]),
}

struct Member {
    name: &'static str,
    required: bool,
    kind: Kind,
}

const fn required(name: &'static str, kind: Kind) -> Member {
    Member { name, required: true, kind }
}

const fn optional(name: &'static str, kind: Kind) -> Member {
    Member { name, required: false, kind }
}

/// The body of StartProtectedQuery. The membership is not in it: it is in the path.
const BODY: Kind = Kind::Structure(&[
    required("type", Kind::Choice(&["SQL"])),
    required(
        "sqlParameters",
        Kind::Structure(&[
            optional("queryString", Kind::Text),
            optional("analysisTemplateArn", Kind::Text),
            optional("parameters", Kind::TextMap),
        ]),
    ),
    optional(
        "resultConfiguration",
        Kind::Structure(&[required(
            "outputConfiguration",
            Kind::Union(&[optional(
                "s3",
                Kind::Structure(&[
                    required("resultFormat", Kind::Choice(&["CSV", "PARQUET"])),
                    required("bucket", Kind::Text),
                    optional("keyPrefix", Kind::Text),
                ]),
            )]),
        )]),
    ),
]);

/// Checks the body of a request.
pub(super) fn check_body(body: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    check(body, &BODY, "", &mut faults);
    faults
}

/// Checks the identifier in the path, already percent-decoded.
pub(super) fn check_membership(identifier: &str) -> Vec<Fault> {
    if is_uuid(identifier) {
        return Vec::new();
    }
    vec![fault("membershipIdentifier", "must be a UUID in lower case")]
}

fn check(value: &Value, kind: &Kind, at: &str, faults: &mut Vec<Fault>) {
    match kind {
        Kind::Text => {
            if !value.is_string() {
                faults.push(fault(at, "must be a string"));
            }
        }
        Kind::Choice(choices) => {
            if !value.as_str().is_some_and(|text| choices.contains(&text)) {
                faults.push(fault(at, &format!("must be one of {}", choices.join(", "))));
            }
        }
        Kind::TextMap => match value.as_object() {
            None => faults.push(fault(at, "must be an object")),
            Some(entries) => {
                for (name, value) in entries {
                    check(value, &Kind::Text, &join(at, name), faults);
                }
            }
        },
        Kind::Structure(members) => check_members(value, members, at, faults),
        Kind::Union(members) => {
            check_members(value, members, at, faults);
            if value.as_object().is_some_and(|object| object.len() != 1) {
                faults.push(fault(at, "must have exactly one member"));
            }
        }
    }
}

fn check_members(value: &Value, members: &[Member], at: &str, faults: &mut Vec<Fault>) {
    let Some(object) = value.as_object() else {
        faults.push(fault(at, "must be an object"));
        return;
    };
    for member in members {
        match object.get(member.name) {
            Some(value) => check(value, &member.kind, &join(at, member.name), faults),
            None if member.required => faults.push(fault(&join(at, member.name), "is required")),
            None => {}
        }
    }
    for name in object.keys() {
        if !members.iter().any(|member| member.name == name) {
            faults.push(fault(&join(at, name), "is not a member of the request"));
        }
    }
}

fn fault(field: &str, message: &str) -> Fault {
    Fault { field: field.to_owned(), message: message.to_owned() }
}

fn join(at: &str, name: &str) -> String {
    if at.is_empty() {
        name.to_owned()
    } else {
        format!("{at}.{name}")
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(body: Value, expected: &[&str]) {
        let found: Vec<String> = check_body(&body).into_iter().map(|f| format!("{} {}", f.field, f.message)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_request_of_the_page_is_accepted() {
        check(
            json!({
                "type": "SQL",
                "sqlParameters": {
                    "queryString": "string",
                    "analysisTemplateArn": "string",
                    "parameters": { "string": "string" }
                },
                "resultConfiguration": { "outputConfiguration": {
                    "s3": { "resultFormat": "PARQUET", "bucket": "string", "keyPrefix": "string" }
                }}
            }),
            &[],
        );
    }

    #[test]
    fn all_faults_are_reported_at_once() {
        check(
            json!({
                "type": "sql",
                "membershipIdentifier": "in the body",
                "resultConfiguration": { "outputConfiguration": { "s3": {
                    "resultFormat": 1, "keyPrefix": null
                }}}
            }),
            &[
                "type must be one of SQL",
                "sqlParameters is required",
                "resultConfiguration.outputConfiguration.s3.resultFormat must be one of CSV, PARQUET",
                "resultConfiguration.outputConfiguration.s3.bucket is required",
                "resultConfiguration.outputConfiguration.s3.keyPrefix must be a string",
                "membershipIdentifier is not a member of the request",
            ],
        );
    }

    #[test]
    fn a_union_has_exactly_one_member() {
        let output = |union: Value| {
            json!({
                "type": "SQL", "sqlParameters": {},
                "resultConfiguration": { "outputConfiguration": union }
            })
        };
        let at = "resultConfiguration.outputConfiguration";
        check(output(json!({})), &[&format!("{at} must have exactly one member")]);
        check(output(json!({ "member": {} })), &[&format!("{at}.member is not a member of the request")]);
    }
}
