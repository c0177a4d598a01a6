"""In: what the program of this folder prints. Out: a line for each call that botocore signs
otherwise, and how many calls are the same; status 1 if one is not. Why: botocore belongs to the
owner of the services, and signs for them every day.

The clock and the keys are those of the program. Nothing is sent. What is not compared: the
parameter `x-id`, which our models have and those of botocore have not, so that it is added
there before the request is signed.
"""

import datetime
import io
import json
import sys
import urllib.parse

import botocore
import botocore.auth
import botocore.awsrequest
import botocore.config
import botocore.httpchecksum
import botocore.session

NOW = datetime.datetime(2026, 11, 28, 12, 34, 56, tzinfo=datetime.timezone.utc)
KEYS = {
    "aws_access_key_id": "AKIDEXAMPLE",
    "aws_secret_access_key": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    "aws_session_token": "a/token+=",
}
# Of a request that is sent, what says something of its body.
OF_BODY = ("x-amz-checksum-", "x-amz-sdk-checksum-", "x-amz-trailer", "x-amz-decoded-", "content-encoding")
# What the program has and botocore takes from its C library, which few machines have.
POLYNOMIALS = {"crc32c": (0x82F63B78, 32), "crc64nvme": (0x9A6C9329AC4BC9B5, 64)}


class Crc(botocore.httpchecksum.BaseChecksum):
    """A reflected CRC whose register begins and ends inverted, bit by bit."""

    polynomial, bits = 0, 0

    def __init__(self):
        self.register = (1 << self.bits) - 1

    def update(self, chunk):
        for byte in chunk:
            self.register ^= byte
            for _ in range(8):
                low = self.register & 1
                self.register = (self.register >> 1) ^ (self.polynomial if low else 0)

    def digest(self):
        inverted = self.register ^ ((1 << self.bits) - 1)
        return inverted.to_bytes(self.bits // 8, "big")


def use_own_checksums():
    """Makes botocore use these where it would use the library."""
    for name, (polynomial, bits) in POLYNOMIALS.items():
        own = type(name, (Crc,), {"polynomial": polynomial, "bits": bits})
        check = own()
        check.update(b"123456789")
        assert check.digest().hex() in ("e3069283", "ae8b14860a799888"), name
        botocore.httpchecksum._CHECKSUM_CLS[name] = own
        if name not in botocore.httpchecksum._SUPPORTED_CHECKSUM_ALGORITHMS:
            botocore.httpchecksum._SUPPORTED_CHECKSUM_ALGORITHMS.append(name)
        botocore.httpchecksum._ALGORITHMS_PRIORITY_LIST.append(name)


def client(session, service, **more):
    """A client that puts buckets into hosts of the region, as the rules say, and knows SigV4 only."""
    signature = "s3v4" if service == "s3" else "v4"
    config = botocore.config.Config(signature_version=signature, s3={"addressing_style": "virtual"})
    return session.create_client(service, region_name="eu-west-1", config=config, **KEYS, **more)


def presigned(of, line):
    """The URI that botocore presigns."""
    call = line["call"]
    identifier = urllib.parse.parse_qs(urllib.parse.urlsplit(line["uri"]).query).get("x-id")
    sign = of._request_signer.generate_presigned_url

    def sign_with_id(request_dict, **named):
        if identifier:
            request_dict["url"] += ("&" if "?" in request_dict["url"] else "?") + "x-id=" + identifier[0]
        return sign(request_dict=request_dict, **named)

    of._request_signer.generate_presigned_url = sign_with_id
    method = botocore.xform_name(call["operation"])
    return of.generate_presigned_url(method, Params=call["input"], ExpiresIn=300, HttpMethod=line["method"])


def parameters(uri):
    """A URI as what is compared: the address, and its parameters in any order."""
    parts = urllib.parse.urlsplit(uri)
    address = f"{parts.scheme}://{parts.netloc}{parts.path or '/'}"
    return address, sorted(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))


def sent(of, line):
    """Headers and body of the request that botocore sends."""
    call = line["call"]
    kept = {}

    def keep(request, **_):
        body = request.body
        kept["headers"] = {name.lower(): text(value) for name, value in request.headers.items()}
        kept["body"] = body if isinstance(body, (bytes, bytearray)) else body.read()
        return botocore.awsrequest.AWSResponse(request.url, 200, {}, Nothing())

    of.meta.events.register("before-send", keep)
    given = {name: value for name, value in call["input"].items() if value is not None}
    with open(call["file"], "rb") as file:
        body = Unseekable(file.read()) if call["is_stream"] else file.read()
        of.put_object(Body=body, **given)
    return kept


class Nothing:
    """The body of a response."""

    def stream(self):
        return []


class Unseekable(io.RawIOBase):
    """A body that is read once, so that its checksum comes after it."""

    def __init__(self, content):
        self.content = io.BytesIO(content)
        self.length = len(content)

    def read(self, size=-1):
        return self.content.read(size)

    def readable(self):
        return True

    def __len__(self):
        return self.length


def chunks(body):
    """A body whose sizes of chunks, if it has any, are written in one way."""
    size, end, rest = body.partition(b"\r\n")
    return size.lower() + end + rest


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def compare(session, line):
    """None, or what differs."""
    call = line["call"]
    if line["body"] is None:
        of = client(session, call["service"])
        theirs = presigned(of, line)
        if parameters(line["uri"]) != parameters(theirs):
            return f"ours   {line['uri']}\n    theirs {theirs}"
        return None
    # A body in memory has its checksum in a header there if there is no TLS.
    theirs = sent(client(session, call["service"], use_ssl=call["is_stream"]), line)

    def of_body(headers):
        found = {name: value for name, value in headers.items() if name.startswith(OF_BODY)}
        # Each of the two says it in its own way where the body is in memory.
        if call["is_stream"]:
            found["x-amz-content-sha256"] = headers["x-amz-content-sha256"]
        return found

    ours = of_body(line["headers"]), chunks(bytes.fromhex(line["body"]))
    expected = of_body(theirs["headers"]), chunks(bytes(theirs["body"]))
    return None if ours == expected else f"ours   {ours}\n    theirs {expected}"


def main():
    use_own_checksums()
    botocore.auth.get_current_datetime = lambda *_: NOW.replace(tzinfo=None)
    session = botocore.session.Session()
    same, wrong = 0, []
    for line in map(json.loads, sys.stdin):
        call = line["call"]
        difference = compare(session, line)
        if difference is None:
            same += 1
        else:
            wrong.append(f"{call['service']} {call['operation']} {json.dumps(call['input'])}:\n    {difference}")
    for difference in wrong:
        print(difference)
    print(f"{same} requests are signed as by botocore, {len(wrong)} are not")
    sys.exit(bool(wrong))


main()
