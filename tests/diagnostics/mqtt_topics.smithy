$version: "2.0"

namespace example

use smithy.mqtt#publish
use smithy.mqtt#subscribe
use smithy.mqtt#topicLabel

@publish("orders/{id}/{stat}")
//       ^^^^^^^^^^^^^^^^^^^^ error[MqttTopicLabel]: `@publish`: no member of the input with `@topicLabel` fills `stat`
//       = help: @required @topicLabel stat: String
//       ^^^^^^^^^^^^^^^^^^^^ error[MqttTopicConflict]: the topic is also that of `example#PublishOther`, with another payload than `example#PublishOrderInput`
operation PublishOrder {
    input := {
        @required
        @topicLabel
        id: String

        @required
        @topicLabel
     // ^^^^^^^^^^^ error[MqttTopicLabel]: the topic `orders/{id}/{stat}` of `example#PublishOrder` has no label `state`
     // = help: orders/{id}/{stat}/{state}
        state: String
    }
}

@publish("orders/{a}/{b}")
//       ^^^^^^^^^^^^^^^^ error[MqttTopicConflict]: the topic is also that of `example#PublishOrder`, with another payload than `example#PublishOtherInput`
operation PublishOther {
    input := {
        @required
        @topicLabel
        a: String

        @required
        @topicLabel
        b: String
    }
}

@publish("orders/+")
//       ^^^^^^^^^^ error[Model]: `orders/+` is not a topic: `+` has a wildcard
operation Wildcard {}

@publish("orders/x{id}")
//       ^^^^^^^^^^^^^^ error[Model]: `orders/x{id}` is not a topic: a label must be a whole level, which `x{id}` is not
operation PartOfLevel {}

@publish("orders/{id}/{id}")
//       ^^^^^^^^^^^^^^^^^^ error[Model]: `orders/{id}/{id}` is not a topic: label `id` is used twice
operation Twice {}

@subscribe("orders/{i-d}")
//         ^^^^^^^^^^^^^^ error[Model]: `orders/{i-d}` is not a topic: `i-d` is not the name of a label
operation Subscribe {
    output := { events: Events }
}

@streaming
union Events { moved: Moved }

structure Moved {}
