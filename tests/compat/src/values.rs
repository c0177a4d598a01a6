//! In: nothing. Out: lines about structures, enums, unions, builders and errors.
//! Why: what users do with values when no call is made.

use crate::say;
use cleanrooms::error::{BuildError, DisplayErrorContext, ErrorMetadata, ProvideErrorMetadata, SdkError};
use cleanrooms::operation::start_protected_query::{
    StartProtectedQuery, StartProtectedQueryError, StartProtectedQueryInput, StartProtectedQueryOutput,
};
use cleanrooms::operation::RequestId;
use cleanrooms::primitives::{Blob, DateTime, DateTimeFormat};
use cleanrooms::types::error::{
    AccessDeniedException, InternalServerException, ResourceNotFoundException, ServiceQuotaExceededException,
    ThrottlingException, ValidationException,
};
use cleanrooms::types::{
    AccessDeniedExceptionReason, ProtectedQuery, ProtectedQueryError, ProtectedQueryOutput,
    ProtectedQueryOutputConfiguration, ProtectedQueryResult, ProtectedQueryResultConfiguration, ProtectedQueryS3Output,
    ProtectedQueryS3OutputConfiguration, ProtectedQuerySingleMemberOutput, ProtectedQuerySqlParameters,
    ProtectedQueryStatistics, ProtectedQueryStatus, ProtectedQueryType, ResourceType, ResultFormat,
    ValidationExceptionField, ValidationExceptionReason,
};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::error::Error;

pub(crate) fn transcript() -> Result<(), Box<dyn Error>> {
    structures()?;
    incomplete();
    enums()?;
    unions();
    errors()?;
    Ok(())
}

/// A query with each member set, one way or the other.
pub(crate) fn query() -> Result<ProtectedQuery, BuildError> {
    let to_bucket = ProtectedQueryS3OutputConfiguration::builder()
        .result_format(ResultFormat::Parquet)
        .bucket(String::from("bucket"))
        .set_key_prefix(Some("prefix".into()))
        .build()?;
    ProtectedQuery::builder()
        .id("id")
        .membership_id("membership")
        .membership_arn("arn")
        .create_time(DateTime::from_secs(1_751_891_445))
        .sql_parameters(sql())
        .status(ProtectedQueryStatus::Success)
        .result_configuration(
            ProtectedQueryResultConfiguration::builder()
                .output_configuration(ProtectedQueryOutputConfiguration::S3(to_bucket))
                .build(),
        )
        .statistics(ProtectedQueryStatistics::builder().total_duration_in_millis(7).build())
        .result(ProtectedQueryResult::builder().output(ProtectedQueryOutput::MemberList(vec![member()?])).build())
        .error(ProtectedQueryError::builder().message("message").code("code").build()?)
        .build()
}

pub(crate) fn sql() -> ProtectedQuerySqlParameters {
    ProtectedQuerySqlParameters::builder()
        .query_string("SELECT secret")
        .analysis_template_arn("arn of a template")
        .parameters("name", "value")
        .build()
}

fn member() -> Result<ProtectedQuerySingleMemberOutput, BuildError> {
    ProtectedQuerySingleMemberOutput::builder().account_id("111122223333").build()
}

fn structures() -> Result<(), Box<dyn Error>> {
    let query = query()?;
    say("query", format!("{query:?}"));
    say("query is its clone", query == query.clone());
    say("created", query.create_time().fmt(DateTimeFormat::DateTime)?);
    say("sql builder", format!("{:?}", ProtectedQuerySqlParameters::builder().query_string("SELECT secret")));
    say("blob", format!("{:?}", Blob::new("bytes")));

    // Users take values apart by name, and must write the two dots.
    let ProtectedQuerySqlParameters { query_string, parameters, .. } = sql();
    say("taken apart", format!("{query_string:?} {parameters:?}"));

    // A map is replaced as a whole or grows by an entry; so is a list.
    let mut arguments = HashMap::new();
    arguments.insert("a".to_owned(), "1".to_owned());
    let builder = ProtectedQuerySqlParameters::builder().set_parameters(Some(arguments)).parameters("b", "2");
    say("arguments", builder.get_parameters().as_ref().map_or(0, HashMap::len));
    let field = ValidationExceptionField::builder().name("n").message("m").build()?;
    let invalid = ValidationException::builder().field_list(field.clone()).field_list(field.clone());
    say("fields", invalid.get_field_list().as_ref().map_or(0, Vec::len));
    say("fields replaced", invalid.set_field_list(Some(vec![field])).build().field_list().len());
    say("fields unset", ValidationException::builder().build().field_list().len());

    let input: StartProtectedQueryInput = StartProtectedQueryInput::builder()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier("membership")
        .sql_parameters(sql())
        .build()?;
    say("input", format!("{input:?}"));
    let output = StartProtectedQueryOutput::builder().protected_query(query).build();
    say("output", format!("{output:?}"));
    say("output request id", format!("{:?}", output.request_id()));
    say("operation", format!("{:?}", StartProtectedQuery::new()));
    Ok(())
}

/// What builders say when a required member is missing.
fn incomplete() {
    let cases: [(&str, Result<(), BuildError>); 7] = [
        ("empty query", ProtectedQuery::builder().build().map(drop)),
        ("empty S3 configuration", ProtectedQueryS3OutputConfiguration::builder().build().map(drop)),
        ("empty S3 output", ProtectedQueryS3Output::builder().build().map(drop)),
        ("empty query error", ProtectedQueryError::builder().message("m").build().map(drop)),
        ("empty not found", ResourceNotFoundException::builder().build().map(drop)),
        ("empty quota", ServiceQuotaExceededException::builder().build().map(drop)),
        ("empty input", StartProtectedQueryInput::builder().build().map(drop)),
    ];
    for (name, built) in cases {
        say(name, built.map_or_else(|error| DisplayErrorContext(error).to_string(), |()| "builds".into()));
    }
}

fn enums() -> Result<(), Box<dyn Error>> {
    say("statuses", ProtectedQueryStatus::values().join(" "));
    say("types", ProtectedQueryType::values().join(" "));
    say("formats", ResultFormat::values().join(" "));
    say("reasons to refuse", AccessDeniedExceptionReason::values().join(" "));
    say("reasons to complain", ValidationExceptionReason::values().join(" "));
    say("resources", ResourceType::values().join(" "));

    let unknown = ProtectedQueryStatus::from("PAUSED");
    say("unknown text", unknown.as_str());
    say("unknown display", &unknown);
    say("unknown debug", format!("{unknown:?}"));
    say("unknown as ref", AsRef::<str>::as_ref(&unknown));
    say("unknown parsed", "PAUSED".parse::<ProtectedQueryStatus>()? == unknown);
    say("unknown refused", ProtectedQueryStatus::try_parse("PAUSED").map_or_else(|e| e.to_string(), |_| "no".into()));
    say("known accepted", format!("{:?}", ProtectedQueryStatus::try_parse("TIMED_OUT")));

    // Forward compatible matching, as the official documentation recommends it.
    let matched = match &unknown {
        ProtectedQueryStatus::Cancelled | ProtectedQueryStatus::Cancelling => "cancelled",
        ProtectedQueryStatus::Failed | ProtectedQueryStatus::TimedOut => "failed",
        ProtectedQueryStatus::Started | ProtectedQueryStatus::Submitted => "going on",
        ProtectedQueryStatus::Success => "done",
        other if other.as_str() == "PAUSED" => "paused",
        _ => "new",
    };
    say("unknown matched", matched);
    #[allow(deprecated)]
    if let ProtectedQueryStatus::Unknown(value) = &unknown {
        say("unknown variant", value);
    }

    let all = [ResultFormat::Parquet, ResultFormat::Csv, ResultFormat::from("CSV")];
    say("ordered", format!("{:?}", all.iter().collect::<BTreeSet<_>>()));
    say("hashed", all.iter().collect::<HashSet<_>>().len());
    Ok(())
}

fn unions() {
    let s3 = ProtectedQueryS3Output::builder().location("s3://bucket/key").build();
    let outputs = [s3.map(ProtectedQueryOutput::S3), member().map(|m| ProtectedQueryOutput::MemberList(vec![m]))];
    for output in outputs.into_iter().flatten() {
        // `Unknown` cannot be constructed by users, yet must be matched in this form.
        let kind = match &output {
            ProtectedQueryOutput::S3(_) => "s3",
            ProtectedQueryOutput::MemberList(_) => "members",
            ProtectedQueryOutput::Unknown { .. } => "unknown",
            _ => "new",
        };
        say("union", format!("{kind} {} {} {}", output.is_s3(), output.is_member_list(), output.is_unknown()));
        say("union as", format!("{:?} {:?}", output.as_s3(), output.as_member_list().map(Vec::len)));
    }
}

fn errors() -> Result<(), Box<dyn Error>> {
    let metadata = ErrorMetadata::builder().code("Code").message("told").custom("aws_request_id", "request").build();
    let all = [
        StartProtectedQueryError::AccessDeniedException(
            AccessDeniedException::builder()
                .message("no")
                .reason(AccessDeniedExceptionReason::InsufficientPermissions)
                .meta(metadata.clone())
                .build(),
        ),
        StartProtectedQueryError::InternalServerException(InternalServerException::builder().build()),
        StartProtectedQueryError::ResourceNotFoundException(
            ResourceNotFoundException::builder()
                .message("gone")
                .resource_id("id")
                .resource_type(ResourceType::Membership)
                .build()?,
        ),
        StartProtectedQueryError::ServiceQuotaExceededException(
            ServiceQuotaExceededException::builder().message("full").quota_name("q").quota_value(2.5).build()?,
        ),
        StartProtectedQueryError::ThrottlingException(ThrottlingException::builder().message("slow down").build()),
        StartProtectedQueryError::ValidationException(
            ValidationException::builder().message("bad").reason(ValidationExceptionReason::InvalidQuery).build(),
        ),
        StartProtectedQueryError::generic(metadata),
        StartProtectedQueryError::unhandled("something else"),
    ];
    for error in all {
        say("error", &error);
        say("error debug", format!("{error:?}"));
        say("error context", DisplayErrorContext(&error));
        say("error source", error.source().map_or("none".into(), ToString::to_string));
        say("error code", format!("{:?} {:?}", error.code(), error.message()));
        say("error meta", format!("{:?}", error.meta()));
        say("error request id", format!("{:?}", error.request_id()));
        say(
            "error is",
            format!(
                "{} {} {} {} {} {}",
                error.is_access_denied_exception(),
                error.is_internal_server_exception(),
                error.is_resource_not_found_exception(),
                error.is_service_quota_exceeded_exception(),
                error.is_throttling_exception(),
                error.is_validation_exception(),
            ),
        );
        let whole = cleanrooms::Error::from(error);
        say("crate error", &whole);
        say("crate error debug", format!("{whole:?}"));
        say("crate error code", format!("{:?} {:?}", whole.code(), whole.request_id()));
        say("crate error source", whole.source().map_or("none".into(), ToString::to_string));
        say("crate error kind", kind(&whole));
    }
    let timeout: SdkError<StartProtectedQueryError> = SdkError::timeout_error("late");
    say("crate error of a timeout", DisplayErrorContext(cleanrooms::Error::from(timeout)));
    let build = BuildError::missing_field("field", "is missing");
    say("crate error of a builder", DisplayErrorContext(cleanrooms::Error::from(build)));
    Ok(())
}

fn kind(error: &cleanrooms::Error) -> &'static str {
    #[allow(deprecated)]
    match error {
        cleanrooms::Error::AccessDeniedException(_) => "access denied",
        cleanrooms::Error::InternalServerException(_) => "internal",
        cleanrooms::Error::ResourceNotFoundException(_) => "not found",
        cleanrooms::Error::ServiceQuotaExceededException(_) => "quota",
        cleanrooms::Error::ThrottlingException(_) => "throttled",
        cleanrooms::Error::ValidationException(_) => "validation",
        cleanrooms::Error::Unhandled(_) => "unhandled",
        _ => "new",
    }
}
