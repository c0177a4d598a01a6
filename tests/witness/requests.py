"""In: calls, as a JSON list on standard input: service, protocol, operation and input. Out: a
JSON list of the requests that botocore makes of them. Why: it is another implementation of
the same protocols, by the owner of the services.

Nothing is sent: the event before sending is answered with an empty response.
"""

import base64
import datetime
import json
import sys
import urllib.parse
import uuid

import botocore.awsrequest
import botocore.config
import botocore.model
import botocore.session

# The token that our side has where the caller gives none.
TOKEN = "00000000-0000-4000-8000-000000000000"

# What the client adds itself, each in its way.
CHECKSUM = ("x-amz-sdk-checksum-", "content-md5")

PROTOCOLS = {
    "aws.protocols#awsJson1_0": "json",
    "aws.protocols#awsJson1_1": "json",
    "aws.protocols#awsQuery": "query",
    "aws.protocols#ec2Query": "ec2",
    "aws.protocols#restJson1": "rest-json",
    "aws.protocols#restXml": "rest-xml",
    "smithy.protocols#rpcv2Cbor": "smithy-rpc-v2-cbor",
}


def value(shape, node):
    """The value that botocore takes; times are seconds and blobs are text in the table."""
    if shape.type_name == "structure" and not getattr(shape, "is_document_type", False):
        return {name: value(shape.members[name], member) for name, member in node.items()}
    if shape.type_name == "list":
        return [value(shape.member, element) for element in node]
    if shape.type_name == "map":
        return {key: value(shape.value, element) for key, element in node.items()}
    if shape.type_name == "blob":
        return node.encode()
    if shape.type_name == "timestamp":
        return datetime.datetime.fromtimestamp(node, datetime.timezone.utc)
    return node


def request(session, call):
    """The request of a call."""
    protocol = PROTOCOLS[call["protocol"]]
    # A service may have several; botocore would take the one it likes best.
    botocore.model.ServiceModel.resolved_protocol = protocol
    client = session.create_client(
        call["service"],
        region_name="us-east-1",
        aws_access_key_id="id",
        aws_secret_access_key="secret",
        endpoint_url="http://witness.example.com",
        config=botocore.config.Config(
            parameter_validation=False,
            retries={"total_max_attempts": 1},
            s3={"addressing_style": "virtual"},
            request_checksum_calculation="when_required",
        ),
    )
    operation = client.meta.service_model.operation_model(call["operation"])
    sent = []

    def keep(request, **_):
        sent.append(request)
        headers = {"smithy-protocol": "rpc-v2-cbor"}
        return botocore.awsrequest.AWSResponse(request.url, 200, headers, Raw())

    client.meta.events.register("before-send", keep)
    shape = operation.input_shape
    try:
        client._make_api_call(operation.name, value(shape, call["input"]) if shape else {})
    except Exception:
        # That the empty response may not be read is not what is asked here.
        if not sent:
            raise
    return describe(shape, sent[0])


class Raw:
    """A response without a body."""

    def stream(self, *_, **__):
        return iter(())


def describe(shape, sent):
    """What is compared of a request."""
    url = urllib.parse.urlsplit(sent.url)
    parameters = [parameter for parameter in url.query.split("&") if parameter]
    names = {urllib.parse.unquote(parameter.split("=")[0]) for parameter in parameters}
    text = lambda header: header.decode() if isinstance(header, bytes) else header
    actual = {name.lower(): text(header) for name, header in sent.headers.items()}
    headers, absent_headers, absent_parameters = {}, [], []
    for name, member in shape.members.items() if shape else ():
        place, key = member.serialization.get("location"), member.serialization.get("name", name)
        if place == "header" and not key.lower().startswith(CHECKSUM):
            if key.lower() in actual:
                headers[key] = actual[key.lower()]
            else:
                absent_headers.append(key)
        elif place == "headers":
            headers |= {header: actual[header] for header in actual if header.startswith(key.lower())}
        elif place == "querystring" and member.type_name != "map" and key not in names:
            absent_parameters.append(key)
    body = sent.body or b""
    body = body.encode() if isinstance(body, str) else body if isinstance(body, bytes) else body.read()
    if actual.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        # A space in a form has two spellings.
        body = body.replace(b"+", b"%20")
    return {
        "method": sent.method,
        "host": url.netloc,
        "path": url.path,
        "query": parameters,
        "absentQuery": absent_parameters,
        "headers": headers,
        "absentHeaders": absent_headers,
        "contentType": actual.get("content-type"),
        # Binary formats are in base64 in tests, the others are text.
        "body": base64.b64encode(body).decode(),
        "text": body.decode(errors="replace"),
    }


def main():
    uuid.uuid4 = lambda: uuid.UUID(TOKEN)
    session = botocore.session.Session()
    json.dump([request(session, call) for call in json.load(sys.stdin)], sys.stdout)


main()
