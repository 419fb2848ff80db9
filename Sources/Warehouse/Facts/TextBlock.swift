internal import CLZ4

/// The texts of up to 128 consecutive versions, packed.
///
/// Unpacked, a block is the lengths of its texts (4 bytes each, little endian), then their UTF-8; both column by column,
/// so that what is alike stands together. Packed it is an LZ4 block, or as it is where that is no shorter.
public struct TextBlock: Sendable, Equatable {
  /// Versions a block holds at most.
  public static let limit = 128

  public let rows: Int
  /// Bytes of the block unpacked.
  public let size: Int
  public let data: [UInt8]

  /// The texts of the rows of a batch: UTF-8 of all, and `width` ends a row.
  public struct Source {
    /// Nil where all texts are empty.
    public var text: UnsafePointer<UInt8>?
    public var ends: UnsafePointer<Int>?
    public var width: Int

    /// Where a text lies.
    @inline(__always)
    func range(_ place: Int32, _ slot: Int) -> (start: Int, count: Int) {
      guard let ends else { return (0, 0) }
      let index = Int(place) * width + slot
      let start = index == 0 ? 0 : ends[index - 1]
      return (start, ends[index] - start)
    }

    public init(text: UnsafePointer<UInt8>?, ends: UnsafePointer<Int>?, width: Int) {
      self.text = text
      self.ends = ends
      self.width = width
    }
  }

  /// Packs the texts of the rows at `places`, at most `limit` of them.
  ///
  /// - Parameters:
  ///   - slots: where each column stands among the texts of a row.
  ///   - scratch: memory that is used again.
  public init(
    _ source: Source, places: UnsafeBufferPointer<Int32>, slots: [Int], scratch: inout [UInt8]
  ) {
    rows = places.count
    scratch.removeAll(keepingCapacity: true)
    for slot in slots {
      for place in places {
        let length = UInt32(truncatingIfNeeded: source.range(place, slot).count)
        withUnsafeBytes(of: length.littleEndian) { scratch.append(contentsOf: $0) }
      }
    }
    if let text = source.text {
      for slot in slots {
        for place in places {
          let range = source.range(place, slot)
          scratch.append(contentsOf: UnsafeBufferPointer(start: text + range.start, count: range.count))
        }
      }
    }
    size = scratch.count
    data = TextBlock.packed(scratch)
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let packed = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: lz4_bound(bytes.count)) { room in
      let count = lz4_pack(bytes, bytes.count, room.baseAddress)
      return count < bytes.count ? Array(room[..<count]) : nil
    }
    return packed ?? bytes
  }

  /// The block unpacked; nil where `data` is no block of `size` bytes.
  public static func unpacked(_ data: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    if size == data.count { return Array(data) }
    // What damage makes of a size must not fill the memory: a byte of a block stands for at most 255.
    guard size > data.count, size / 255 <= data.count else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      let block = data.bindMemory(to: UInt8.self)
      isWhole = lz4_unpack(block.baseAddress, block.count, room.baseAddress, size) == 0
      count = isWhole ? size : 0
    }
    return isWhole ? bytes : nil
  }
}
