import Crypto

/// The list that `sha256sum` writes and `sha256sum -c` checks.
public enum SHA256Sums {
  /// A line that is not `<64 hex digits>  <path>`.
  public struct BadLine: Error, Equatable, Sendable {
    /// Counted from 1.
    public let line: Int
  }

  /// Lower-case hexadecimal SHA-256 of `bytes`.
  public static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0\(text)" : text
    }.joined()
  }

  /// One line a file, in the order given.
  public static func text(of files: [(path: String, bytes: [UInt8])]) -> String {
    files.map { "\(digest($0.bytes))  \($0.path)\n" }.joined()
  }

  /// The (path, digest) pairs of a list, in its order.
  ///
  /// - Throws: `BadLine`.
  public static func parse(_ text: String) throws -> [(path: String, digest: String)] {
    let lines = text.split(separator: "\n").enumerated()
    return try lines.map { number, line in
      let bytes = Array(line.utf8)
      let isHexadecimal = bytes.prefix(64).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      // The second separator is `*` where sha256sum read in binary mode.
      guard bytes.count > 66, isHexadecimal, bytes[64] == 0x20, bytes[65] == 0x20 || bytes[65] == 0x2A else {
        throw BadLine(line: number + 1)
      }
      return (String(decoding: bytes[66...], as: UTF8.self), String(decoding: bytes[..<64], as: UTF8.self))
    }
  }

  /// How a set of files differs from a list.
  public struct Difference: Equatable, Sendable {
    /// Listed, but not there.
    public var missing: [String] = []
    /// There, but not listed.
    public var extra: [String] = []
    /// There with another content.
    public var changed: [String] = []
    public var isEmpty: Bool { missing.isEmpty && extra.isEmpty && changed.isEmpty }
  }

  /// Compares `files` with the list `text`.
  ///
  /// - Throws: `BadLine`.
  public static func verify(_ text: String, against files: [(path: String, bytes: [UInt8])]) throws -> Difference {
    let listed = try parse(text)
    let actual = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    let names = Set(listed.map(\.path))
    var difference = Difference()
    for (path, digest) in listed {
      guard let bytes = actual[path] else {
        difference.missing.append(path)
        continue
      }
      if self.digest(bytes) != digest { difference.changed.append(path) }
    }
    difference.extra = files.map(\.path).filter { !names.contains($0) }
    return difference
  }
}
