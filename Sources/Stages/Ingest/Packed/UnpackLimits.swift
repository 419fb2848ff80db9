import Domain

/// How much a packed file may unpack to: a few kilobytes made to fill a disk are not an export.
public struct UnpackLimits: Sendable {
  /// Bytes that any file may unpack to.
  let total: Int
  /// How many times its packed size a file may unpack to, beyond `free`.
  let ratio: Int
  /// Bytes that are not held against the ratio: a small export of one repeated row packs very well.
  let free: Int

  public init(total: Int = 20_000_000_000, ratio: Int = 200, free: Int = 100_000_000) {
    self.total = total
    self.ratio = ratio
    self.free = free
  }

  /// - Throws: `PipelineError` TF110 where `packed` bytes that became `unpacked` are above a limit.
  func check(packed: Int, unpacked: Int, at place: String) throws {
    guard unpacked > total || (unpacked > free && unpacked / max(packed, 1) > ratio) else { return }
    let limit =
      unpacked > total ? "上限 \(UnpackLimits.megabytes(total))" : "上限 \(ratio) 倍 (\(UnpackLimits.megabytes(free)) 以内不限)"
    throw PipelineError(
      .unpackedTooLarge, .data, at: place,
      "解压得太大, 没有收: \(packed) 字节已经解出 \(unpacked) 字节 (\(unpacked / max(packed, 1)) 倍), \(limit)",
      remedy: "核对来源; 确是导出文件时, 先解压成 .csv 再放进来")
  }

  private static func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
}
