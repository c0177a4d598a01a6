//! In: what build.rs emits from models/aws_json1_1.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/aws_json1_1/src/lib.rs"));

/// What a later version of the service sends: no case of a model can name it.
mod later {
    use crate::operation::{scalars, shapes};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    #[test]
    fn an_unknown_enum_keeps_its_text() {
        let received = Received::new(200).body(r#"{"color": "blue", "level": 9}"#, "application/json");
        let output: scalars::ScalarsOutput =
            received.read::<_, scalars::ScalarsError>(&scalars::OPERATION).expect("it can be read");
        assert_eq!(output.color().map(|color| color.as_str()), Some("blue"));
        assert_eq!(output.level(), Some(9));
    }

    #[test]
    fn an_unknown_member_of_a_union_keeps_its_name() {
        let received = Received::new(200).body(r#"{"choices": [{"novel": {"text": "x"}}]}"#, "application/json");
        let output: shapes::ShapesOutput =
            received.read::<_, shapes::ShapesError>(&shapes::OPERATION).expect("it can be read");
        assert_eq!(output.choices()[0].unknown_tag(), Some("novel"));
    }
}
