import RequestModel

/// A growing byte buffer that one owner writes from front to back and may use again.
///
/// Whole numbers are varints (LEB128, seven bits a byte, low bits first), signed ones zigzag-coded first; hashes and
/// digests are eight or sixteen bytes, low byte first. Every write checks its room, so that a writer cannot leave the buffer.
struct ByteWriter: ~Copyable {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = max(16, capacity)
    base = .allocate(byteCount: self.capacity, alignment: 8)
  }

  deinit { base.deallocate() }

  /// What was written since the last `removeAll`; valid until the next write.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  private mutating func reserve(_ more: Int) {
    guard capacity - count < more else { return }
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
    moved.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  mutating func write(byte: UInt8) {
    reserve(1)
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  mutating func write(varint value: UInt64) {
    reserve(10)
    writeReserved(varint: value)
  }

  private mutating func writeReserved(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      base.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: count, as: UInt8.self)
      count += 1
      rest >>= 7
    }
    base.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Zigzag, so that small numbers of both signs are short: 0, −1, 1, −2 become 0, 1, 2, 3.
  mutating func write(signed value: Int64) {
    write(varint: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func write(fixed value: UInt64) {
    reserve(8)
    base.storeBytes(of: value.littleEndian, toByteOffset: count, as: UInt64.self)
    count += 8
  }

  /// Length in bytes, then UTF-8.
  mutating func write(text: String) {
    write(varint: UInt64(text.utf8.count))
    write(plain: text)
  }

  /// UTF-8 alone.
  mutating func write(plain text: String) {
    var text = text
    reserve(text.utf8.count)
    text.withUTF8 { source in
      if let start = source.baseAddress { (base + count).copyMemory(from: start, byteCount: source.count) }
      count += source.count
    }
  }

  /// How many, then eight bytes each.
  mutating func write(hashes: [UInt64]) {
    reserve(hashes.count * 8 + 10)
    writeReserved(varint: UInt64(hashes.count))
    let end = base + count
    for i in hashes.indices {
      end.storeBytes(of: hashes[i].littleEndian, toByteOffset: i * 8, as: UInt64.self)
    }
    count += hashes.count * 8
  }

  /// How many, then for each word eight bytes and a varint of its count.
  mutating func write(words: [WordingFeatures.Word]) {
    // A varint of 16 bits takes three bytes at most.
    reserve(words.count * 11 + 10)
    writeReserved(varint: UInt64(words.count))
    var end = base + count
    for i in words.indices {
      let word = words[i]
      end.storeBytes(of: word.hash.littleEndian, as: UInt64.self)
      var rest = word.count
      end += 8
      while rest >= 0x80 {
        end.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
        end += 1
        rest >>= 7
      }
      end.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
      end += 1
    }
    count = end - base
  }
}
