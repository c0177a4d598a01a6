//! In: the files that build.rs emits from the models. Out: clients of services of AWS of which
//! their models do not say all, as small as a test needs them.

/// The client of the model of that name.
macro_rules! client {
    ($module:ident) => {
        #[allow(missing_docs)]
        pub mod $module {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($module), "/src/lib.rs"));
        }
    };
}

client!(dynamodb);
client!(glacier);
client!(machine_learning);
client!(sqs);
client!(timestream);
