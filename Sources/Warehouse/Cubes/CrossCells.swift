/// The stored form of the cells of a cross table and month: a run in key order, each five variable-length numbers (7 bits
/// a byte, the lowest first): the difference to the key before, and the four sums, with the sign in the lowest bit.
enum CrossCells {
  struct Writer {
    var bytes: [UInt8] = []
    private var last: UInt64 = 0

    /// Cells without any sum are left out, so that the same facts always leave the same blob.
    mutating func add(_ key: UInt64, _ sums: CellTable.Sums) {
      guard sums != (0, 0, 0, 0) else { return }
      put(key - last)
      last = key
      put(signed: sums.0)
      put(signed: sums.1)
      put(signed: sums.2)
      put(signed: sums.3)
    }

    private mutating func put(signed value: Int) { put(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

    private mutating func put(_ value: UInt64) {
      var value = value
      while value > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
        value >>= 7
      }
      bytes.append(UInt8(value))
    }
  }

  struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var last: UInt64 = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> (UInt64, CellTable.Sums)? {
      guard position < bytes.count else { return nil }
      // A damaged blob gives other numbers; it must not stop who looks for damage.
      last &+= number()
      return (last, (signed(), signed(), signed(), signed()))
    }

    private mutating func signed() -> Int {
      let value = number()
      return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
    }

    private mutating func number() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return value
    }
  }
}
