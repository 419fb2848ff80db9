import Foundation

/// Which sentences were planted in which postings, and whether they are leads.
final class LeadTruth {
  private var lines: [String] = []

  /// Share of the postings that get a sentence.
  private static let share = 0.03

  /// Adds a sentence to the work of some postings: it depends on the number of the posting alone, and nothing on it.
  func plant(_ posting: inout Posting) {
    var random = SampleRandom(of: posting.number, 28)
    guard random.chance(LeadTruth.share) else { return }
    let sentence = random.pick(PlantedLead.all)
    posting.description += "; \(sentence.text)"
    lines.append("\(posting.number),\(sentence.rule),\(sentence.isLead ? "+" : "-")\n")
  }

  func write(into folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(("posting,rule,lead\n" + lines.sorted().joined()).utf8).write(to: folder.appending(path: "leads.csv"))
  }
}
