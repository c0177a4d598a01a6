//! The algorithms of checksums: in, their names in models; out, what takes bytes piece by piece
//! and gives the checksum in base64.

use crate::official::SmithySdkFeature;
use aws_smithy_types::base64;
use crc::{Crc, Table, CRC_32_ISCSI, CRC_64_NVME};
use sha2::Digest as _;

/// A way to make a checksum.
#[derive(Debug)]
pub(super) struct Algorithm {
    /// Its name in models.
    pub(super) name: &'static str,
    /// The header with its checksum, and the trailer.
    pub(super) header: &'static str,
    start: fn() -> State,
    /// How many bytes a checksum has.
    size: u64,
    /// How the user agent tells of it.
    pub(super) feature: Option<SmithySdkFeature>,
}

/// Where none is chosen.
pub(super) static CRC32: Algorithm = Algorithm {
    name: "CRC32",
    header: "x-amz-checksum-crc32",
    start: || State::Crc32(crc32fast::Hasher::new()),
    size: 4,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqCrc32),
};
static CRC32C: Algorithm = Algorithm {
    name: "CRC32C",
    header: "x-amz-checksum-crc32c",
    start: || State::Crc32c(CASTAGNOLI.digest()),
    size: 4,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqCrc32c),
};
static CRC64NVME: Algorithm = Algorithm {
    name: "CRC64NVME",
    header: "x-amz-checksum-crc64nvme",
    start: || State::Crc64(NVME.digest()),
    size: 8,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqCrc64),
};
pub(super) static MD5: Algorithm = Algorithm {
    name: "MD5",
    header: "x-amz-checksum-md5",
    start: || State::Md5(md5::Md5::new()),
    size: 16,
    feature: None,
};
static SHA1: Algorithm = Algorithm {
    name: "SHA1",
    header: "x-amz-checksum-sha1",
    start: || State::Sha1(sha1::Sha1::new()),
    size: 20,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqSha1),
};
static SHA256: Algorithm = Algorithm {
    name: "SHA256",
    header: "x-amz-checksum-sha256",
    start: || State::Sha256(sha2::Sha256::new()),
    size: 32,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqSha256),
};

/// All, the quickest first: a response that has several is checked with the first.
pub(super) static ALGORITHMS: [&Algorithm; 6] = [&CRC64NVME, &CRC32C, &CRC32, &SHA1, &SHA256, &MD5];

// No hardware is asked for, as `crc32fast` does; with tables of this size two bytes a cycle.
static CASTAGNOLI: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static NVME: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

impl Algorithm {
    /// The algorithm that a model or a caller calls so.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        ALGORITHMS.into_iter().find(|known| known.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn start(&self) -> State {
        (self.start)()
    }

    /// The checksum of a body in memory.
    pub(super) fn of(&self, body: &[u8]) -> String {
        let mut state = self.start();
        state.update(body);
        state.finish()
    }

    /// How long a trailer with the checksum is: its name, a colon, base64.
    pub(super) fn trailer_length(&self) -> u64 {
        self.header.len() as u64 + 1 + self.size.div_ceil(3) * 4
    }
}

/// A checksum of what came so far.
pub(super) enum State {
    Crc32(crc32fast::Hasher),
    Crc32c(crc::Digest<'static, u32, Table<16>>),
    Crc64(crc::Digest<'static, u64, Table<16>>),
    Md5(md5::Md5),
    Sha1(sha1::Sha1),
    Sha256(sha2::Sha256),
}

impl State {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Crc32(state) => state.update(bytes),
            Self::Crc32c(state) => state.update(bytes),
            Self::Crc64(state) => state.update(bytes),
            Self::Md5(state) => state.update(bytes),
            Self::Sha1(state) => state.update(bytes),
            Self::Sha256(state) => state.update(bytes),
        }
    }

    /// In base64.
    pub(super) fn finish(self) -> String {
        match self {
            Self::Crc32(state) => base64::encode(state.finalize().to_be_bytes()),
            Self::Crc32c(state) => base64::encode(state.finalize().to_be_bytes()),
            Self::Crc64(state) => base64::encode(state.finalize().to_be_bytes()),
            Self::Md5(state) => base64::encode(state.finalize()),
            Self::Sha1(state) => base64::encode(state.finalize()),
            Self::Sha256(state) => base64::encode(state.finalize()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check values of the catalogue of CRCs, and the test vectors of RFC 1321 and FIPS 180,
    /// for `123456789` and `abc`.
    #[test]
    fn known_texts_have_known_checksums() {
        let hex = |name: &str, text: &[u8]| {
            let algorithm = Algorithm::named(name).expect("it is known");
            let bytes = base64::decode(algorithm.of(text)).expect("it is base64");
            assert_eq!(algorithm.trailer_length() as usize, algorithm.header.len() + 1 + algorithm.of(text).len());
            bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        assert_eq!(hex("CRC32", b"123456789"), "cbf43926");
        assert_eq!(hex("crc32c", b"123456789"), "e3069283");
        assert_eq!(hex("CRC64NVME", b"123456789"), "ae8b14860a799888");
        assert_eq!(hex("MD5", b"abc"), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(hex("SHA1", b"abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex("SHA256", b"abc"), sha256);
        assert!(Algorithm::named("SHA512").is_none());
    }

    #[test]
    fn pieces_are_the_same_as_the_whole() {
        let text: Vec<u8> = (0..1000_u32).map(|number| number as u8).collect();
        for algorithm in ALGORITHMS {
            let mut state = algorithm.start();
            text.chunks(7).for_each(|piece| state.update(piece));
            assert_eq!(state.finish(), algorithm.of(&text), "{}", algorithm.name);
        }
    }
}
