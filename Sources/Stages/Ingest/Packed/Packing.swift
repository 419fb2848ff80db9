import Foundation

/// How a file of the inbox is packed, as its name says. A name that lies is refused, not guessed at.
public enum Packing: Sendable {
  case plain
  /// One export, gzipped: `x.csv.gz`.
  case gzip
  /// Any number of exports: `x.zip`.
  case zip
  /// A spreadsheet, of which one sheet is an export: `x.xlsx`.
  case workbook

  public init(_ name: String) {
    let name = name.lowercased()
    self = name.hasSuffix(".gz") ? .gzip : name.hasSuffix(".zip") ? .zip : name.hasSuffix(".xlsx") ? .workbook : .plain
  }

  /// True where `name` is meant by `pattern`: `*.csv` means `x.csv`, and what it may come packed in, `x.csv.gz`,
  /// `x.csv.zip` and `x.zip`.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    func isMeant(_ name: String) -> Bool { fnmatch(pattern, name, FNM_PERIOD) == 0 }
    if isMeant(name) { return true }
    let stem = (name as NSString).deletingPathExtension
    switch Packing(name) {
    // A workbook beside the CSV that was made of it is not taken as well.
    case .plain, .workbook: return false
    case .gzip: return isMeant(stem)
    case .zip: return isMeant(stem) || isMeant("\(stem).\((pattern as NSString).pathExtension)")
    }
  }
}
