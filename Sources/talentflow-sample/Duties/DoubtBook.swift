import Foundation

/// What the declared checks must find in the exports of the bureau's duties, and nothing else: a line a lead.
final class DoubtBook {
  private var leads: Set<[String]> = []

  /// - Parameter lead: as the lists number it: the row, two rows joined by ` + `, or what they are grouped by.
  func plant(_ check: String, _ lead: String) { leads.insert([check, lead]) }

  func write(into folder: URL) throws {
    let lines = leads.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { $0.joined(separator: ",") + "\n" }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(("check,lead\n" + lines.joined()).utf8).write(to: folder.appending(path: "doubts.csv"))
  }
}
