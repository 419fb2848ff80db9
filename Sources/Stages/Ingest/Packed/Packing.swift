import Foundation

/// How a file of the inbox is packed, as its name says. A name that lies is refused, not guessed at.
public enum Packing: Sendable {
  case plain
  /// One export, gzipped: `x.csv.gz`.
  case gzip
  /// Any number of exports: `x.zip`.
  case zip

  public init(_ name: String) {
    let name = name.lowercased()
    self = name.hasSuffix(".gz") ? .gzip : name.hasSuffix(".zip") ? .zip : .plain
  }

  /// True where `name` is meant by `pattern`: `*.csv` means `x.csv`, and what it may come packed in, `x.csv.gz`,
  /// `x.csv.zip` and `x.zip`.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    func isMeant(_ name: String) -> Bool { fnmatch(pattern, name, FNM_PERIOD) == 0 }
    if isMeant(name) { return true }
    let stem = (name as NSString).deletingPathExtension
    switch Packing(name) {
    case .plain: return false
    case .gzip: return isMeant(stem)
    case .zip: return isMeant(stem) || isMeant("\(stem).\((pattern as NSString).pathExtension)")
    }
  }
}
