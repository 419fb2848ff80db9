internal import CRecordIndex

/// One field's end in a record index: an offset, and whether the field stands in quotes.
struct FieldEnd {
  let bits: UInt32

  @inline(__always) var offset: Int { Int(bits & 0x3FFF_FFFF) }
  @inline(__always) var isQuoted: Bool { bits & 0x8000_0000 != 0 }
  /// The text is not just what stands between the quotes.
  @inline(__always) var isRewritten: Bool { bits & 0x4000_0000 != 0 }
}
