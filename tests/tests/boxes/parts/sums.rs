//! In: bytes. Out: their checksum by each algorithm, in base64. Why: a checksum that the client
//! gets wrong is found by none of the crates that the client computes it with. These are the
//! definitions, bit by bit.

use aws_smithy_types::base64;

type Algorithm = fn(&[u8]) -> Vec<u8>;

/// The algorithms by the header that has their checksums.
const ALGORITHMS: [(&str, Algorithm); 5] = [
    ("x-amz-checksum-crc32", |bytes| crc32(0xEDB8_8320, bytes)),
    ("x-amz-checksum-crc32c", |bytes| crc32(0x82F6_3B78, bytes)),
    ("x-amz-checksum-crc64nvme", |bytes| crc(0x9A6C_9329_AC4B_C9B5, u64::MAX, bytes).to_be_bytes().to_vec()),
    ("x-amz-checksum-sha1", sha1),
    ("x-amz-checksum-sha256", sha256),
];

/// What the header has for these bytes; None for a header of no algorithm.
pub(super) fn of(header: &str, bytes: &[u8]) -> Option<String> {
    let (_, algorithm) = ALGORITHMS.iter().find(|(name, _)| *name == header)?;
    Some(base64::encode(algorithm(bytes)))
}

fn crc32(polynomial: u32, bytes: &[u8]) -> Vec<u8> {
    let [.., a, b, c, d] = crc(polynomial.into(), u32::MAX.into(), bytes).to_be_bytes();
    vec![a, b, c, d]
}

/// A reflected CRC that begins with all ones and ends with their complement.
fn crc(polynomial: u64, ones: u64, bytes: &[u8]) -> u64 {
    let byte = |state: u64, byte: &u8| {
        (0..8).fold(state ^ u64::from(*byte), |state, _| (state >> 1) ^ if state & 1 == 1 { polynomial } else { 0 })
    };
    bytes.iter().fold(ones, byte) ^ ones
}

/// The blocks of a message with its padding (FIPS 180-4, 5.1.1), as words.
fn blocks(bytes: &[u8]) -> Vec<Vec<u32>> {
    let bits = bytes.len() as u64 * 8;
    let mut padded = [bytes, &[0x80]].concat();
    padded.resize((padded.len() + 8).next_multiple_of(64) - 8, 0);
    padded.extend(bits.to_be_bytes());
    let word = |word: &[u8]| word.iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
    padded.chunks(64).map(|block| block.chunks(4).map(word).collect()).collect()
}

fn bytes_of(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// FIPS 180-4, 6.1.
fn sha1(bytes: &[u8]) -> Vec<u8> {
    let mut hash: [u32; 5] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0];
    for mut w in blocks(bytes) {
        for t in 16..80 {
            w.push((w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = hash;
        for (t, word) in w.into_iter().enumerate() {
            let (f, k) = match t {
                0..20 => ((b & c) ^ (!b & d), 0x5A82_7999),
                20..40 => (b ^ c ^ d, 0x6ED9_EBA1),
                40..60 => ((b & c) ^ (b & d) ^ (c & d), 0x8F1B_BCDC),
                _ => (b ^ c ^ d, 0xCA62_C1D6),
            };
            let next = [f, e, k, word].into_iter().fold(a.rotate_left(5), u32::wrapping_add);
            (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
        }
        for (hash, next) in hash.iter_mut().zip([a, b, c, d, e]) {
            *hash = hash.wrapping_add(next);
        }
    }
    bytes_of(&hash)
}

/// The first bits of the fraction of a root, which is what the constants of SHA-256 are: of the
/// square root for `power` 2, of the cube root for 3.
fn fraction_of_root(number: u128, power: u32) -> u32 {
    let wanted = number << (32 * power);
    let (mut low, mut high) = (0_u128, 1 << 40);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if middle.pow(power) <= wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    low as u32
}

/// FIPS 180-4, 6.2.
fn sha256(bytes: &[u8]) -> Vec<u8> {
    let primes = (2..312_u128).filter(|number| (2..*number).all(|divisor| number % divisor != 0));
    let primes: Vec<u128> = primes.collect();
    let k: Vec<u32> = primes.iter().map(|prime| fraction_of_root(*prime, 3)).collect();
    let mut hash: Vec<u32> = primes.iter().take(8).map(|prime| fraction_of_root(*prime, 2)).collect();
    for mut w in blocks(bytes) {
        for t in 16..64 {
            let s0 = w[t - 15].rotate_right(7) ^ w[t - 15].rotate_right(18) ^ (w[t - 15] >> 3);
            let s1 = w[t - 2].rotate_right(17) ^ w[t - 2].rotate_right(19) ^ (w[t - 2] >> 10);
            w.push([s0, w[t - 7], s1].into_iter().fold(w[t - 16], u32::wrapping_add));
        }
        let mut v = hash.clone();
        for (word, k) in w.into_iter().zip(&k) {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let first = [s1, choice, *k, word].into_iter().fold(v[7], u32::wrapping_add);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(first);
            v[0] = first.wrapping_add(s0).wrapping_add(majority);
        }
        hash.iter_mut().zip(v).for_each(|(hash, next)| *hash = hash.wrapping_add(next));
    }
    bytes_of(&hash)
}

/// The check values of the catalogue of CRCs for `123456789`, and the examples for `abc` and for
/// 56 letters of FIPS 180.
#[test]
fn published_texts_have_the_published_checksums() {
    let letters = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    for (name, text, expected) in [
        ("crc32", "123456789", "cbf43926"),
        ("crc32c", "123456789", "e3069283"),
        ("crc64nvme", "123456789", "ae8b14860a799888"),
        ("sha1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("sha1", letters, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        ("sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("sha256", letters, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ] {
        let found = of(&format!("x-amz-checksum-{name}"), text.as_bytes()).and_then(|sum| base64::decode(sum).ok());
        let hex: String = found.unwrap_or_default().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, expected, "{name}");
    }
}
