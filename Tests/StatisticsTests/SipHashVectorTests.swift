import Statistics
import Testing

@Suite struct SipHashVectorTests {
  private static let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { SipHash(k0: key.0, k1: key.1).hash($0) }
  }

  /// The published vectors: key 00 01 … 0f, message 00 01 … of the length named.
  @Test(arguments: [
    (0, 0x726f_db47_dd0e_0e31 as UInt64), (1, 0x74f8_39c5_93dc_67fd), (7, 0xab02_00f5_8b01_d137),
    (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5), (63, 0x958a_324c_eb06_4572),
  ])
  func `the vectors of the paper hold`(length: Int, expected: UInt64) {
    #expect(Self.hash((0..<length).map { UInt8($0) }) == expected)
  }

  @Test func `an integer hashes as its eight little-endian bytes`() {
    for value: UInt64 in [0, 1, .max, 0x0102_0304_0506_0708] {
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
      #expect(SipHash(k0: Self.key.0, k1: Self.key.1).hash(value) == Self.hash(bytes))
    }
  }
}
