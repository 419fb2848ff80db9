import Foundation

/// Paths within pipeline files.
enum Paths {
  /// Where `path` leads through its links; `path` where it leads nowhere yet.
  static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func folder(of path: String) -> String { (path as NSString).deletingLastPathComponent }

  /// `text` as seen from `folder`, without `..` where that can be resolved by text alone.
  static func join(_ folder: String, _ text: String) -> String {
    if text.hasPrefix("/") { return text }
    var parts: [Substring] = []
    for part in ((folder as NSString).appendingPathComponent(text)).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
