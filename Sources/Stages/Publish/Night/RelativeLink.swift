import Foundation

/// Links from a page to files that lie outside of its folder.
enum RelativeLink {
  /// The path of `target` as seen from `folder`, for an attribute: bytes that a URL may not have are escaped.
  static func path(from folder: String, to target: String) -> String {
    let here = absolute(folder)
    let there = absolute(target)
    let common = zip(here, there).prefix { $0 == $1 }.count
    let parts = here.dropFirst(common).map { _ in ".." } + there.dropFirst(common).map(escaped)
    return parts.joined(separator: "/")
  }

  private static func absolute(_ path: String) -> [String] {
    let full = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    var parts: [String] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts
  }

  private static func escaped(_ part: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return part.utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
