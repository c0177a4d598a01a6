// snapshot receive: src/operation/receive_message.rs static OPERATION, fn returned_messages
// snapshot send: src/operation/send_message.rs static OPERATION, fn sent_messages, fn returned_messages
// snapshot batch: src/operation/send_message_batch.rs fn sent_messages, fn returned_messages
$version: "2.0"
namespace example

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@service(sdkId: "SQS")
@sigv4(name: "sqs")
@awsJson1_0
service Queues { version: "2012-11-05", operations: [ReceiveMessage, SendMessage, SendMessageBatch] }

operation ReceiveMessage {
    output := { Messages: MessageList }
}

list MessageList { member: Message }

structure Message {
    Body: String
    MD5OfBody: String
    MessageAttributes: Attributes
    MD5OfMessageAttributes: String
}

operation SendMessage {
    input := {
        @required
        MessageBody: String

        MessageAttributes: Attributes

        MessageSystemAttributes: SystemAttributes
    }
    output := {
        MD5OfMessageBody: String
        MD5OfMessageAttributes: String
        MD5OfMessageSystemAttributes: String
    }
}

operation SendMessageBatch {
    input := {
        @required
        Entries: EntryList
    }
    output := {
        @required
        Successful: SuccessfulList
    }
}

list EntryList { member: Entry }

structure Entry {
    @required
    Id: String

    @required
    MessageBody: String

    MessageAttributes: Attributes
}

list SuccessfulList { member: Successful }

structure Successful {
    @required
    Id: String

    @required
    MD5OfMessageBody: String

    MD5OfMessageAttributes: String
}

map Attributes { key: String, value: AttributeValue }

map SystemAttributes { key: SystemAttributeName, value: AttributeValue }

enum SystemAttributeName {
    AWSTraceHeader
}

structure AttributeValue {
    StringValue: String

    BinaryValue: Blob

    @required
    DataType: String
}
